// Where the timeline's rows come from. A page that holds them all narrows them itself and asks
// Python for words and names only. The page of a large story holds none: Python gives the days of
// all of them for the drawing, and the rows of the list a page at a time.

import { ask } from "./python.mjs";
import { asked, NOTHING, same } from "./query.mjs";
import { makeMarks, makeRows } from "./rows.mjs";
import { siteInfo } from "./site.mjs";
import { state } from "./state.mjs";

/** @typedef {import("./query.mjs").Query} Query */
/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./strip_lanes.mjs").Lane} Lane */

/**
 * @typedef {object} Source
 * @property {() => number | null} total rows of the whole story; `null` while that is not known
 * @property {(query: Query) => Promise<Row[]>} rows for any time: the drawing shows what lies
 *   outside the one chosen, too
 * @property {(listed: Row[], query: Query, start: number, end: number) => Promise<HTMLElement[]>}
 *   elements the listed ones from `start` to `end`
 */

const MOST_ROWS = 20_000;
/** Name of the lane of what is in no other. */
const REST = "All else";

/** @param {Record<string, unknown> & {do: string}} request */
async function answered(request) {
  const [answer] = await Promise.all([ask(request), siteInfo()]);
  if (!answer.ok) throw new Error(answer.error);
  return answer;
}

/** @param {Query} query */
const anyTime = (query) => ({ ...query, from: "", to: "" });

/**
 * @param {Row[]} rows of the query, for any time
 * @param {Query} query
 * @returns {Promise<{by: string, lanes: Lane[]} | null>} `null` while nobody can be asked
 */
export async function inLanes(rows, query) {
  if (state() !== "ready") return null;
  const by = query.lanes;
  if (!by) return { by, lanes: [] };
  const { lanes, rest } = await answered({ do: "lanes", by, ...asked(anyTime(query)) });
  if (!lanes.length) return { by, lanes: [] };
  const named = [...lanes, ...(rest.length ? [[REST, rest]] : [])];
  return {
    by,
    lanes: named.map(([name, places]) => ({
      name,
      rows: places.flatMap((/** @type {number} */ place) => rows[place] ?? []),
    })),
  };
}

/**
 * @param {Row[]} all
 * @returns {Source}
 */
export function rowsOfPage(all) {
  const known = new Map(all.filter((row) => row.id).map((row) => [row.id, row]));
  return {
    total: () => all.length,
    async rows(query) {
      const words = anyTime(query);
      if (same(words, NOTHING) || state() !== "ready") return all;
      const request = { do: "timeline", ...asked(words), limit: MOST_ROWS, offset: 0 };
      return makeRows((await answered(request)).rows, known);
    },
    async elements(listed, _query, start, end) {
      return listed.slice(start, end).map((row) => row.element());
    },
  };
}

/** @returns {Source} */
export function rowsOfPython() {
  /** @type {number | null} */
  let total = null;
  return {
    total: () => total,
    async rows(query) {
      if (state() !== "ready") return [];
      const words = anyTime(query);
      const { marks } = await answered({ do: "marks", ...asked(words) });
      if (same(words, NOTHING)) total = marks.length;
      else total ??= (await answered({ do: "timeline", limit: 0, offset: 0 })).count;
      return makeMarks(marks);
    },
    async elements(listed, query, start, end) {
      if (!listed.length) return [];
      const request = { do: "timeline", ...asked(query), limit: end - start, offset: start };
      const { rows } = await answered(request);
      return makeRows(rows, new Map()).map((row) => row.element());
    },
  };
}
