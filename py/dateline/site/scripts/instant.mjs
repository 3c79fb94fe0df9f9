// The page's side of the instant index.

import { asset } from "./site.mjs";
import { reach } from "./state.mjs";

/** @type {Worker | undefined} */
let worker;
let asked = 0;
/** @type {Map<number, (answer: any) => void>} */
const waiting = new Map();

/** Loads the index unless that has begun, and reaches "instant". */
export function startInstant() {
  if (worker) return;
  worker = new Worker(asset("js/instant_worker.js"));
  worker.addEventListener("message", ({ data }) => {
    if (data.loaded === true) reach("instant");
    if (data.loaded === false) console.warn("Dateline: no instant index.", data.error);
    waiting.get(data.number)?.(data.answer);
    waiting.delete(data.number);
  });
}

/**
 * @param {Record<string, unknown>} request `search` as for Python, `suggest` or `name`
 * @returns {Promise<any>} `null` when there is no index
 */
export function askInstant(request) {
  startInstant();
  const number = ++asked;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    worker?.postMessage({ number, request });
  });
}
