// The theme's script, which pages that ask Python hold back: it would keep the main thread busy for
// a tenth of a second just when PyScript's new worker waits for its first answer from there.

// As long as a header that does not react yet may go unnoticed.
const PATIENCE = 1000;

/** @typedef {{subscribe(listener: () => void): void}} Pages */

/** @returns {Promise<unknown>} until PyScript's worker runs, see `interpreter.mjs` */
const workerBegun = (/** @type {BroadcastChannel} */ channel) =>
  new Promise((resolve) => {
    channel.addEventListener("message", resolve, { once: true });
  });

/** @returns {Promise<unknown>} until the reader may press one of the theme's buttons */
const touched = () =>
  new Promise((resolve) => {
    addEventListener("pointerdown", resolve, { once: true, capture: true, passive: true });
  });

/** @param {number} time in milliseconds */
const passed = (time) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * @param {HTMLScriptElement} held
 * @returns {Promise<unknown>} until it has run, or failed to load
 */
function run(held) {
  const script = document.createElement("script");
  script.src = held.src;
  const done = new Promise((resolve) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", resolve);
  });
  held.replaceWith(script);
  return done;
}

/**
 * Runs the theme's script where it is held back; leaves a performance mark `theme:started`.
 * @returns {Promise<Pages | undefined>} what tells of each page
 */
export async function themePages() {
  const held = document.querySelector("script[data-dateline-held]");
  if (held instanceof HTMLScriptElement) {
    const channel = new BroadcastChannel("dateline");
    await Promise.race([workerBegun(channel), touched(), passed(PATIENCE)]);
    channel.close(); // left open, it would keep the page from coming back whole by Back
    await run(held);
    await passed(0); // the theme's script and what it does to the page are long enough apart
    // The theme waits for the event that says that the page has been read; it is long over.
    document.dispatchEvent(new Event("DOMContentLoaded"));
  }
  performance.mark("theme:started");
  return /** @type {any} */ (window).document$;
}
