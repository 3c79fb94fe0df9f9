// The dated rows of the timeline page: read from the static page, or made from Python's answer.

import { dayNumber, label } from "./dates.mjs";
import { make } from "./dom.mjs";
import { marked } from "./results.mjs";
import { pageAddress } from "./site.mjs";

/**
 * @typedef {object} Row
 * @property {string} id place in the whole timeline, as the archive counts; may be empty
 * @property {number} first day, counted from 1970
 * @property {number} last day; the same as `first` for a single day
 * @property {string} modality
 * @property {string} text for the tooltip of its mark
 * @property {() => HTMLElement} element
 */

// An open end is drawn this far.
const OPEN_DAYS = 30;

/**
 * @param {HTMLElement} place the static page's rows
 * @returns {Row[]}
 */
export function readRows(place) {
  return /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-edtf]")]).map((element) => ({
    id: element.dataset.id ?? "",
    ...span(element.dataset.earliest, element.dataset.latest),
    modality: element.dataset.modality ?? "happened",
    text: (element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 160),
    element: () => /** @type {HTMLElement} */ (element.cloneNode(true)),
  }));
}

/**
 * @param {any[]} rows of Python's answer
 * @param {Map<string, Row>} known rows of the static page, which has names and dates linked
 * @returns {Row[]}
 */
export function makeRows(rows, known) {
  return rows.map((row) => known.get(String(row.id)) ?? made(row));
}

/**
 * Rows to be drawn only, of which nothing but the days is known.
 * @param {[string, string, string][]} marks earliest and latest day, modality
 * @returns {Row[]}
 */
export function makeMarks(marks) {
  return marks.map(([earliest, latest, modality]) => ({
    id: "",
    ...span(earliest, latest),
    modality,
    text: label(earliest === latest ? earliest : `${earliest}/${latest}`),
    element: () => make("li"),
  }));
}

/**
 * @param {any} row
 * @returns {Row}
 */
function made(row) {
  return {
    id: String(row.id),
    ...span(row.earliest, row.latest),
    modality: row.modality,
    text: `${label(row.edtf)}: ${row.sentence}`.slice(0, 160),
    element: () => item(row),
  };
}

/**
 * @param {string | undefined | null} earliest
 * @param {string | undefined | null} latest
 */
function span(earliest, latest) {
  const first = earliest ? dayNumber(earliest) : null;
  const last = latest ? dayNumber(latest) : null;
  return {
    first: first ?? (last ?? 0) - OPEN_DAYS,
    last: last ?? (first ?? 0) + OPEN_DAYS,
  };
}

/**
 * A row as the static page writes it, for a page that has not got it.
 * @param {any} row
 */
function item(row) {
  const [start, end] = codePointOffsets(row.sentence, row.mark);
  const about = [row.modality !== "happened" && row.modality, row.kind].filter(Boolean);
  return make(
    "li",
    {
      "data-id": row.id,
      "data-edtf": row.edtf,
      "data-earliest": row.earliest,
      "data-latest": row.latest,
      "data-modality": row.modality,
      "data-kind": row.kind,
    },
    make("time", { class: "dl-row-date" }, label(row.edtf)),
    make(
      "div",
      {},
      make(
        "q",
        { class: "dl-quote" },
        ...marked([
          [row.sentence.slice(0, start), false],
          [row.sentence.slice(start, end), true],
          [row.sentence.slice(end), false],
        ]),
      ),
      " ",
      make(
        "a",
        { class: "dl-source", href: pageAddress(row.url) },
        [row.title, ...about].join(" · "),
      ),
    ),
  );
}

/**
 * Python counts code points, JavaScript UTF-16 units.
 * @param {string} text
 * @param {[number, number] | null | undefined} mark
 * @returns {[number, number]}
 */
function codePointOffsets(text, mark) {
  if (!mark) return [0, 0];
  const points = [...text];
  const units = (/** @type {number} */ end) => points.slice(0, end).join("").length;
  return [units(mark[0]), units(mark[1])];
}
