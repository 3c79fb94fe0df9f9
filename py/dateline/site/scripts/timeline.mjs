// The timeline page: its rows, a drawing of them, and both narrowed by the same query.
//
// Dates are filtered here, at once; words, names and kinds are asked of Python, which answers for
// any time so that the drawing shows what lies outside the chosen one too.

import * as url from "./address.mjs";
import { dayNumber, bounds } from "./dates.mjs";
import { find, make } from "./dom.mjs";
import { bindForm } from "./form.mjs";
import { readRows } from "./rows.mjs";
import { onState, state } from "./state.mjs";
import { createStrip } from "./strip.mjs";
import { mountTake } from "./take.mjs";
import { inLanes, rowsOfPage, rowsOfPython } from "./timeline_rows.mjs";

/** @typedef {import("./query.mjs").Query} Query */
/** @typedef {import("./rows.mjs").Row} Row */

/** So many rows at a time keep a change of the query below a frame or two. */
const PAGE_SIZE = 100;
const NO_PYTHON = "Python could not start in this browser: the timeline can be narrowed by date only.";

/**
 * @param {HTMLFormElement} form
 * @returns {() => void} to be called when the page is left
 */
export function mountTimeline(form) {
  const place = /** @type {HTMLElement} */ (find("dateline-timeline", HTMLElement));
  const count = /** @type {HTMLElement} */ (find("dateline-count", HTMLElement));
  const note = /** @type {HTMLElement} */ (find("dateline-note", HTMLElement));
  const more = /** @type {HTMLElement} */ (find("dateline-more", HTMLElement));
  const drawing = /** @type {HTMLElement} */ (find("dateline-strip", HTMLElement));
  const asBuilt = [...place.childNodes];
  const all = readRows(place);
  const source = all.length ? rowsOfPage(all) : rowsOfPython();
  let rows = all;
  /** @type {Awaited<ReturnType<typeof inLanes>>} */
  let lanes = null;
  /** @type {Row[]} */
  let listed = all;
  // Which of `listed` stand in the list.
  let [start, end] = [0, all.length];
  let query = url.current();
  let turn = 0;
  const take = mountTake("timeline", () => query);

  const { show } = bindForm(form, (next, typed) => {
    query = next;
    if (typed) url.typed(query);
    else url.chosen(query);
    refresh();
  });
  const strip = createStrip(
    drawing,
    (from, to) => {
      query = { ...query, from, to };
      show(query);
      url.chosen(query);
      refresh();
    },
    (row) => reveal(listed.indexOf(row)),
    (by) => {
      query = { ...query, lanes: by };
      show(query);
      url.chosen(query);
      refresh();
    },
  );

  async function refresh() {
    const mine = ++turn;
    try {
      const found = await source.rows(query);
      if (mine !== turn) return;
      const bands = await inLanes(found, query);
      if (mine !== turn) return;
      [rows, lanes] = [found, bands];
      await display();
    } catch (error) {
      if (mine === turn) count.textContent = /** @type {Error} */ (error).message;
    }
  }

  async function display() {
    const from = bounds(query.from)?.[0];
    const to = bounds(query.to)?.[1];
    const first = from ? dayNumber(from) : -Infinity;
    const last = to ? dayNumber(to) : Infinity;
    listed = rows.filter((row) => row.last >= first && row.first <= last);
    strip.show(rows, query.from, query.to, lanes);
    const total = source.total();
    count.textContent = total === null ? "" : countText(listed.length, total);
    take(state() === "ready" && listed.length > 0);
    note.textContent = state() === "failed" ? NO_PYTHON : "";
    if (rows === all && listed.length === all.length) {
      [start, end] = [0, all.length];
      place.replaceChildren(...asBuilt);
      more.hidden = true;
    } else await list(0);
  }

  /** @param {number} from the place in `listed` of the row that the list is to begin with */
  async function list(from) {
    const mine = turn;
    const elements = await source.elements(listed, query, from, from + PAGE_SIZE);
    if (mine !== turn) return;
    [start, end] = [from, from + elements.length];
    place.replaceChildren(...earlier(), make("ol", { class: "dl-rows" }, ...elements));
    more.hidden = end >= listed.length;
  }

  async function append() {
    const mine = turn;
    const elements = await source.elements(listed, query, end, end + PAGE_SIZE);
    if (mine !== turn) return;
    end += elements.length;
    place.querySelector("ol")?.append(...elements);
    more.hidden = end >= listed.length;
  }

  /** What leads back when the list begins in the middle. */
  function earlier() {
    if (start === 0) return [];
    const button = make("button", { type: "button", class: "md-button" }, "Show earlier ones");
    button.addEventListener("click", () => list(Math.max(0, start - PAGE_SIZE)));
    return [button];
  }

  /** @param {number} position in `listed` of the row to bring into sight */
  async function reveal(position) {
    if (position < 0) return;
    if (position < start || position >= end) await list(position);
    const element = place.querySelectorAll("[data-edtf]")[position - start];
    if (!(element instanceof HTMLElement)) return;
    element.scrollIntoView({ block: "center" });
    const link = element.querySelector("a.dl-source");
    if (link instanceof HTMLElement) link.focus({ preventScroll: true });
  }

  more.addEventListener("click", append);
  const stop = onState(refresh);
  url.arrive((next) => {
    query = next;
    show(query);
    refresh();
  });
  show(query);
  refresh();
  return () => {
    turn += 1;
    stop();
    strip.stop();
  };
}

/**
 * @param {number} count
 * @param {number} all
 */
function countText(count, all) {
  const what = all === 1 ? "dated statement" : "dated statements";
  return count === all ? `${all} ${what}` : `${count} of ${all} ${what}`;
}
