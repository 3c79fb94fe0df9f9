// What of a large archive is kept on the reader's machine, with a button to keep all of it as a file
// (`kept.mjs`) and one to forget it. Without either, the service worker keeps the pieces that were
// asked for.

import { find, make } from "./dom.mjs";
import { canKeep, forgetKept, forgetOlder, keptBytes } from "./kept.mjs";
import { asset, ROOT, siteInfo } from "./site.mjs";

/** @typedef {import("./site.mjs").Shards} Shards */

// How long the worker that reads the file may take to let go of it.
const TRIES = 20;
const BETWEEN = 100;
// Milliseconds that the worker may take to read the file in place of pieces.
const PATIENCE = 3000;

/** Shows what is kept, where there is a place for it and the archive is in pieces. */
export async function mountKeep() {
  const place = find("dateline-keep", HTMLElement);
  const site = place && "caches" in globalThis ? await siteInfo().catch(() => null) : null;
  if (!place || !site?.shards || !site.offline) return;
  place.hidden = false;
  await forgetOlder(site.shards, ROOT.href);
  await show(place, new Store(site.shards));
}

/** What is kept, as a file and as pieces. */
class Store {
  /** @param {Shards} shards */
  constructor(shards) {
    this.shards = shards;
    // The name that the service worker gives it.
    this.pieces = `dateline:${ROOT.href}:assets/dateline/${shards.folder}/`;
    this.readers = new BroadcastChannel("dateline-kept");
  }

  /** @returns {Promise<number>} share of the archive that is here, from 0 to 1 */
  async share() {
    const asked = (await (await caches.open(this.pieces)).keys()).length;
    const bytes = await keptBytes(this.shards, ROOT.href);
    return Math.max(bytes, Math.min(asked * this.shards.each, this.shards.size - 1)) / this.shards.size;
  }

  /** Whether the browser has room for what is missing of the file. */
  async fits() {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota === undefined || usage === undefined) return true;
    return usage + this.shards.size - (await keptBytes(this.shards, ROOT.href)) <= quota;
  }

  /** @param {(share: number) => void} onPiece */
  async keepAll(onPiece) {
    const worker = new Worker(asset("js/keep_worker.js"));
    try {
      await new Promise((resolve, reject) => {
        worker.onerror = () => reject(new Error("this browser cannot do it"));
        worker.onmessage = ({ data }) => {
          if (data.error) reject(new Error(data.error));
          else if (data.bytes === this.shards.size) resolve(undefined);
          else onPiece(data.bytes / this.shards.size);
        };
        worker.postMessage({ shards: this.shards, root: ROOT.href, base: asset("") });
      });
    } finally {
      worker.terminate();
    }
    await this.#readFromFile();
    await caches.delete(this.pieces); // the file has them
  }

  /** Until Python reads the file: pieces that it asks for before then would be kept beside it. */
  #readFromFile() {
    return new Promise((resolve) => {
      this.readers.addEventListener("message", resolve, { once: true });
      setTimeout(resolve, PATIENCE); // where no page has a Python yet
      this.readers.postMessage("come");
    });
  }

  async forget() {
    await caches.delete(this.pieces);
    this.readers.postMessage("forget");
    for (let left = TRIES; ; left -= 1) {
      try {
        return await forgetKept(ROOT.href);
      } catch (error) {
        if (!left) throw error;
        await new Promise((resolve) => setTimeout(resolve, BETWEEN));
      }
    }
  }
}

/**
 * @param {HTMLElement} place
 * @param {Store} store
 */
async function show(place, store) {
  const share = await store.share();
  const text = make("span", { role: "status" }, told(share));
  const keep = button(`Keep all of it (${size(store.shards.size)})`, async () => {
    keep.disabled = true;
    try {
      if (!(await store.fits())) throw new Error("the browser has no room for it");
      // Without leave to stay, it may be deleted when the disk is full. Some browsers put the question
      // to the reader; keeping does not wait for the answer.
      navigator.storage?.persist?.().catch(() => {});
      await store.keepAll((now) => text.replaceChildren(told(now)));
      await show(place, store);
    } catch (error) {
      text.replaceChildren(`Not all of it could be kept: ${/** @type {Error} */ (error).message}.`);
      keep.disabled = false;
    }
  });
  const forget = button("Forget it", async () => {
    try {
      await store.forget();
      await show(place, store);
    } catch {
      text.replaceChildren("It is in use: close the other pages of this site, then try again.");
    }
  });
  place.replaceChildren(
    text,
    ...(share < 1 && canKeep() ? [" ", keep] : []),
    ...(share > 0 ? [" ", forget] : []),
  );
}

/** @param {number} share */
function told(share) {
  if (share === 1) return "All of the archive is on this machine: it is searched offline.";
  return `${Math.floor(100 * share)}% of the archive is on this machine; the rest is fetched when it is needed.`;
}

/** @param {number} bytes */
const size = (bytes) => `${Math.max(1, Math.round(bytes / 1_000_000)).toLocaleString("en")} MB`;

/**
 * @param {string} text
 * @param {() => void} onClick
 */
function button(text, onClick) {
  const element = make("button", { type: "button", class: "dl-link" }, text);
  element.addEventListener("click", onClick);
  return /** @type {HTMLButtonElement} */ (element);
}
