// How far the page has come, told on <html data-dateline> and to whoever listens.

/** @typedef {"static" | "instant" | "ready" | "failed"} State */

/** @type {State[]} A later one is never followed by an earlier one. */
const ORDER = ["static", "instant", "ready", "failed"];
const MARKED = new Set(["instant", "ready"]);

/** @type {State} */
let current = "static";
/** @type {Set<(state: State) => void>} */
const listeners = new Set();

/** @returns {State} */
export const state = () => current;

/** Writes the state on the page again: instant navigation may have replaced attributes. */
export const show = () => {
  document.documentElement.dataset.dateline = current;
};

/** @param {State} next */
export function reach(next) {
  if (ORDER.indexOf(next) <= ORDER.indexOf(current)) return;
  current = next;
  if (MARKED.has(next)) performance.mark(`dateline:${next}`);
  show();
  for (const listener of listeners) listener(next);
}

/**
 * @param {(state: State) => void} listener called at every change from now on
 * @returns {() => void} stops listening
 */
export function onState(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
