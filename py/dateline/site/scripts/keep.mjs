// What of a large archive is kept on the reader's machine, with a button to keep all of it and one
// to forget it. Without either, the service worker keeps the pieces that were asked for.

import { find, make } from "./dom.mjs";
import { asset, ROOT, siteInfo } from "./site.mjs";

/** @typedef {import("./site.mjs").Shards} Shards */

// As many as a browser has connections to one host; more would only wait.
const AT_ONCE = 6;

/** Shows what is kept, where there is a place for it and the archive is in pieces. */
export async function mountKeep() {
  const place = find("dateline-keep", HTMLElement);
  const site = place && "caches" in globalThis ? await siteInfo().catch(() => null) : null;
  if (!place || !site?.shards || !site.offline) return;
  const store = new Store(site.shards);
  place.hidden = false;
  await show(place, store);
}

/** The pieces that are kept. */
class Store {
  /** @param {Shards} shards */
  constructor(shards) {
    this.shards = shards;
    this.all = Math.ceil(shards.size / shards.each);
    // The name that the service worker gives it.
    this.name = `dateline:${ROOT.href}:assets/dateline/${shards.folder}/`;
  }

  async count() {
    return (await (await caches.open(this.name)).keys()).length;
  }

  /** Whether the browser has room for what is missing. */
  async fits() {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota === undefined || usage === undefined) return true;
    const missing = 1 - (await this.count()) / this.all;
    return usage + missing * this.shards.sent <= quota;
  }

  /** @param {(count: number) => void} onPiece */
  async keepAll(onPiece) {
    const cache = await caches.open(this.name);
    const kept = new Set((await cache.keys()).map((request) => request.url));
    const missing = Array.from({ length: this.all }, (_, number) =>
      asset(`${this.shards.folder}/${number}.gz`),
    ).filter((url) => !kept.has(url));
    let count = kept.size;
    const line = async () => {
      for (let url = missing.pop(); url !== undefined; url = missing.pop()) {
        const answer = await fetch(url);
        if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
        await cache.put(url, answer);
        onPiece((count += 1));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, line));
  }

  forget() {
    return caches.delete(this.name);
  }
}

/**
 * @param {HTMLElement} place
 * @param {Store} store
 */
async function show(place, store) {
  const count = await store.count();
  const text = make("span", { role: "status" }, told(count, store));
  const keep = button(`Keep all of it (${size(store.shards.sent)})`, async () => {
    keep.disabled = true;
    try {
      if (!(await store.fits())) throw new Error("the browser has no room for it");
      // Without leave to stay, it may be deleted when the disk is full.
      await navigator.storage?.persist?.();
      await store.keepAll((now) => text.replaceChildren(told(now, store)));
      await show(place, store);
    } catch (error) {
      text.replaceChildren(`Not all of it could be kept: ${/** @type {Error} */ (error).message}.`);
      keep.disabled = false;
    }
  });
  const forget = button("Forget it", async () => {
    await store.forget();
    await show(place, store);
  });
  place.replaceChildren(
    text,
    ...(count < store.all ? [" ", keep] : []),
    ...(count > 0 ? [" ", forget] : []),
  );
}

/**
 * @param {number} count
 * @param {Store} store
 */
function told(count, store) {
  if (count >= store.all) return "All of the archive is on this machine: it is searched offline.";
  const share = Math.floor((100 * count) / store.all);
  return `${share}% of the archive is on this machine; the rest is fetched when it is needed.`;
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
