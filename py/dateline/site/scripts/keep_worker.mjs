// Brings a whole large archive to the reader's machine, in the order of the file. It is a worker:
// only there can the browser's private files be written in place.

import { growKept } from "./kept.mjs";
import { getPiece } from "./piece.mjs";

/** @typedef {import("./site.mjs").Shards} Shards */

// As many as a browser has connections to one host; more would only wait.
const AT_ONCE = 6;
const TELL_EVERY = 16;

/** @param {{shards: Shards, root: string, base: string}} where `base` is `assets/dateline/`'s address */
async function keep({ shards, root, base }) {
  /** @param {string} path */
  const get = async (path) => {
    // The service worker keeps no second copy of what is asked for in this way.
    const answer = await fetch(`${base}${path}?keep`);
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return answer;
  };
  const all = Math.ceil(shards.size / shards.each);
  const handle = await growKept(shards, root);
  try {
    const first = Math.floor(Math.min(handle.getSize(), shards.size) / shards.each);
    /** @type {Promise<Uint8Array>[]} */
    const coming = [];
    for (let number = first; number < all; number += 1) {
      while (coming.length < AT_ONCE && number + coming.length < all) {
        const piece = getPiece(shards, number + coming.length, get);
        piece.catch(() => {}); // awaited in its turn
        coming.push(piece);
      }
      const bytes = await /** @type {Promise<Uint8Array>} */ (coming.shift());
      handle.write(bytes, { at: number * shards.each });
      if (number % TELL_EVERY === 0) postMessage({ bytes: handle.getSize() });
    }
    handle.flush();
  } finally {
    handle.close();
  }
}

addEventListener("message", ({ data }) => {
  keep(data).then(
    () => postMessage({ bytes: data.shards.size }),
    (error) => postMessage({ error: error.message }),
  );
});
