// The timeline page: the static rows, a drawing of them, and both narrowed by the same query.
//
// Dates are filtered here, at once; words, names and kinds are asked of Python, which answers for
// any time so that the drawing shows what lies outside the chosen one too.

import * as url from "./address.mjs";
import { dayNumber, bounds } from "./dates.mjs";
import { find, make } from "./dom.mjs";
import { bindForm } from "./form.mjs";
import { ask } from "./python.mjs";
import { asked, NOTHING, same } from "./query.mjs";
import { makeRows, readRows } from "./rows.mjs";
import { siteInfo } from "./site.mjs";
import { onState, state } from "./state.mjs";
import { createStrip } from "./strip.mjs";
import { mountTake } from "./take.mjs";

/** @typedef {import("./query.mjs").Query} Query */
/** @typedef {import("./rows.mjs").Row} Row */

/** So many rows at a time keep a change of the query below a frame or two. */
const PAGE_SIZE = 100;
const MOST_ROWS = 20_000;
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
  const known = new Map(all.filter((row) => row.id).map((row) => [row.id, row]));
  let rows = all;
  /** @type {Row[]} */
  let listed = all;
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
  );

  async function refresh() {
    const mine = ++turn;
    const words = { ...query, from: "", to: "" };
    if (same(words, NOTHING)) rows = all;
    else if (state() === "ready") {
      const request = { do: "timeline", ...asked(words), limit: MOST_ROWS, offset: 0 };
      const [answer] = await Promise.all([ask(request), siteInfo()]);
      if (mine !== turn) return;
      if (!answer.ok) {
        count.textContent = answer.error;
        return;
      }
      rows = makeRows(answer.rows, known);
    }
    display();
  }

  function display() {
    const from = bounds(query.from)?.[0];
    const to = bounds(query.to)?.[1];
    const first = from ? dayNumber(from) : -Infinity;
    const last = to ? dayNumber(to) : Infinity;
    listed = rows.filter((row) => row.last >= first && row.first <= last);
    if (listed === all || (rows === all && listed.length === all.length)) {
      place.replaceChildren(...asBuilt);
      more.hidden = true;
    } else {
      place.replaceChildren(make("ol", { class: "dl-rows" }));
      append(PAGE_SIZE);
    }
    strip.show(rows, query.from, query.to);
    count.textContent = countText(listed.length, all.length);
    take(state() === "ready" && listed.length > 0);
    note.textContent = state() === "failed" ? NO_PYTHON : "";
  }

  /** @param {number} length how many more rows to put into the list */
  function append(length) {
    const list = place.querySelector("ol");
    const have = list?.childElementCount ?? 0;
    list?.append(...listed.slice(have, have + length).map((row) => row.element()));
    more.hidden = have + length >= listed.length;
  }

  /** @param {number} position in `listed` of the row to bring into sight */
  function reveal(position) {
    if (position < 0) return;
    const have = place.querySelectorAll("[data-edtf]").length;
    if (position >= have) append(position - have + PAGE_SIZE);
    const element = place.querySelectorAll("[data-edtf]")[position];
    if (!(element instanceof HTMLElement)) return;
    element.scrollIntoView({ block: "center" });
    const link = element.querySelector("a.dl-source");
    if (link instanceof HTMLElement) link.focus({ preventScroll: true });
  }

  more.addEventListener("click", () => append(PAGE_SIZE));
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
