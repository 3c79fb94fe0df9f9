// The dated rows of the timeline page: read from the static page, or made from Python's answer.

import { dayNumber, label } from "./dates.mjs";
import { make } from "./dom.mjs";
import { marked } from "./results.mjs";
import { pageAddress } from "./site.mjs";

/**
 * @typedef {object} Row
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
    ...span(element.dataset.earliest, element.dataset.latest),
    modality: element.dataset.modality ?? "happened",
    text: (element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 160),
    element: () => /** @type {HTMLElement} */ (element.cloneNode(true)),
  }));
}

/**
 * @param {any[]} rows of Python's answer
 * @returns {Row[]}
 */
export function makeRows(rows) {
  return rows.map((row) => ({
    ...span(row.earliest, row.latest),
    modality: row.modality,
    text: `${label(row.edtf)}: ${row.sentence}`.slice(0, 160),
    element: () => item(row),
  }));
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

/** @param {any} row */
function item(row) {
  const [start, end] = codePointOffsets(row.sentence, row.mark);
  return make(
    "li",
    {
      class: "dl-row",
      "data-edtf": row.edtf,
      "data-earliest": row.earliest,
      "data-latest": row.latest,
      "data-modality": row.modality,
    },
    make("p", { class: "dl-row__date" }, make("time", {}, label(row.edtf))),
    make(
      "div",
      { class: "dl-row__body" },
      make(
        "p",
        {},
        ...marked([
          [row.sentence.slice(0, start), false],
          [row.sentence.slice(start, end), true],
          [row.sentence.slice(end), false],
        ]),
      ),
      make(
        "p",
        { class: "dl-row__source" },
        make("a", { class: "dl-row__link", href: pageAddress(row.url) }, row.title),
        row.kind && make("span", { class: "dl-kind" }, row.kind),
        row.modality !== "happened" && make("span", { class: "dl-kind" }, row.modality),
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
