// Keeps a query and the page's URL the same thing.
//
// Typing makes one step of history for each burst of keys, so that Back leads to the words before,
// not to the letter before. The events that go Back between two queries of one page are kept from
// the theme, whose instant navigation would load the page anew.

import { read, write } from "./query.mjs";

/** @typedef {import("./query.mjs").Query} Query */

// Longer than the pause between two keys of one word, shorter than a look at the results.
const BURST = 1000;

/** Path of the page whose content is shown now; it changes only when a page has arrived. */
let shown = location.pathname;
let lastTyped = -Infinity;

/** @type {((query: Query) => void) | null} */
let listener = null;

/** @param {((query: Query) => void) | null} onQuery called when Back or Forward changed the query */
export function arrive(onQuery) {
  shown = location.pathname;
  lastTyped = -Infinity;
  listener = onQuery;
}

/** @returns {Query} */
export const current = () => read(location.search);

/** @param {Query} query what has been typed so far */
export function typed(query) {
  const burst = performance.now() - lastTyped < BURST;
  lastTyped = performance.now();
  put(query, burst);
}

/** @param {Query} query a choice that was made at one stroke */
export function chosen(query) {
  lastTyped = -Infinity;
  put(query, false);
}

/**
 * @param {Query} query
 * @param {boolean} replace
 */
function put(query, replace) {
  const target = location.pathname + write(query);
  if (target === location.pathname + location.search) return;
  if (replace) history.replaceState(history.state, "", target);
  else history.pushState(null, "", target);
}

addEventListener(
  "popstate",
  (event) => {
    if (!listener || location.pathname !== shown || location.hash) return;
    event.stopImmediatePropagation();
    lastTyped = -Infinity;
    listener(current());
  },
  { capture: true },
);
