// The Python worker: started once, kept through instant navigation, asked in JSON.

import { asset } from "./site.mjs";
import { reach } from "./state.mjs";

/** @typedef {Record<string, unknown> & {do: string}} Request */
/** @typedef {Record<string, any> & {ok: boolean}} Answer */

// On the slowest line that still deserves the name the first visit's seven megabytes take a minute.
const PATIENCE = 120_000;
// Where the service worker has all of it on this machine, a start that takes so long has got stuck.
const PATIENCE_OFFLINE = 20_000;

/** @type {Promise<(request: string) => Promise<string>> | undefined} */
let worker;

/** PyScript reads this from the page when it loads: none of its editors, games and banners. */
const PYSCRIPT = {
  plugins: [
    "!codemirror",
    "!deprecations-manager",
    "!donkey",
    "!error",
    "!py-editor",
    "!py-game",
    "!py-terminal",
  ],
};

/** @returns {Promise<{PyWorker: Function}>} PyScript, loaded without its plugins */
async function pyscript() {
  // One for each language that it knows, although only the first is ever run.
  const configs = ["py-config", "mpy-config"].map((name) => document.createElement(name));
  for (const config of configs) config.textContent = JSON.stringify(PYSCRIPT);
  document.head.append(...configs);
  try {
    return await import(asset("pyscript/core.js"));
  } finally {
    for (const config of configs) config.remove();
  }
}

/**
 * @param {number} time in milliseconds
 * @returns {Promise<never>}
 */
const tooLate = (time) =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`It did not start in ${time / 1000} seconds.`)), time);
  });

async function boot() {
  const { PyWorker } = await pyscript();
  const { sync } = await PyWorker(asset("python/worker.py"), {
    async: true,
    version: asset("python/interpreter.mjs"),
    config: { sync_main_only: true, packages_cache: "never" },
  });
  /** @type {(request: string) => Promise<string>} */
  const call = (request) => sync.ask(request);
  // PyScript reports a worker whose Python failed as done: only an answer shows that it lives.
  const status = JSON.parse(await call('{"do": "status"}'));
  if (!status.ok) throw new Error(status.error);
  return call;
}

/**
 * Boots; a second time where that costs no download, which helps against what was passing. The first
 * one goes on: on a slow machine it may only be late.
 */
async function bootPatiently() {
  const starts = [boot()];
  if (navigator.serviceWorker?.controller) {
    const first = await Promise.race([starts[0], tooLate(PATIENCE_OFFLINE)]).catch(() => null);
    if (first) return first;
    performance.mark("dateline:again");
    starts.push(boot());
  }
  const any = Promise.any(starts).catch(({ errors }) => Promise.reject(errors[0]));
  return Promise.race([any, tooLate(PATIENCE)]);
}

/**
 * Starts Python unless it has been started, and reaches "ready" or "failed".
 * @returns {Promise<boolean>} whether Python answers
 */
export function start() {
  worker ??= bootPatiently();
  return worker.then(
    () => {
      reach("ready");
      return true;
    },
    (error) => {
      console.warn("Dateline: Python could not start in this browser.", error);
      reach("failed");
      return false;
    },
  );
}

/** Ends when Python answers or has failed; at once when nobody started it. */
export const settled = async () => {
  await worker?.catch(() => {});
};

/**
 * Asks Python; leaves a performance measure `dateline:query`.
 * @param {Request} request
 * @returns {Promise<Answer>} an answer with `ok: false` and `error` when it could not be had
 */
export async function ask(request) {
  if (!worker) return { ok: false, error: "Python has not been started." };
  const begun = performance.now();
  try {
    const call = await worker;
    const answer = JSON.parse(await call(JSON.stringify(request)));
    performance.measure("dateline:query", { start: begun, detail: request.do });
    return answer;
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}
