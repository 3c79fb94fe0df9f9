// A large archive as a file of Python's: read from the reader's machine where all of it is kept
// there (`kept.mjs`), else in pieces that are fetched when they are asked for (`pieces.mjs`).

import { openKept } from "./kept.mjs";
import { Pieces } from "./pieces.mjs";

/** @typedef {import("./site.mjs").Shards} Shards */

// "Try again", in WASI's numbers. What is called an error of input SQLite takes for a broken file.
const EAGAIN = 6;

export class ArchiveFile {
  /**
   * @param {Shards} shards
   * @param {string} root of the site
   * @param {(path: string) => Promise<Response>} get fetches a path relative to `assets/dateline/`
   */
  constructor(shards, root, get) {
    this.shards = shards;
    this.root = root;
    this.pieces = new Pieces(shards, get);
    /** @type {import("./kept.mjs").Readable | null} */
    this.kept = null;
    /** @type {Promise<unknown>} what is being fetched */
    this.fetching = Promise.resolve();
    // Pages tell when all of it has come, and when it is to be forgotten. They hear when it is read
    // from there: no more pieces are asked for.
    const pages = new BroadcastChannel("dateline-kept");
    pages.addEventListener("message", async ({ data }) => {
      if (data === "forget") this.#close();
      if (data !== "come") return;
      await Promise.allSettled([this.#open(), this.fetching]);
      pages.postMessage("read");
    });
  }

  /** Makes ready what every question needs. */
  async begin() {
    await this.#open();
    if (this.kept) return;
    this.fetching = this.pieces.begin();
    await this.fetching;
  }

  async #open() {
    this.kept ??= await openKept(this.shards, this.root);
  }

  #close() {
    this.kept?.close();
    this.kept = null;
  }

  /** A new question begins. */
  renew() {
    this.pieces.renew();
  }

  /** Fetches what reads have lacked; whether they lacked anything. */
  fetch() {
    const fetched = this.pieces.fetch();
    this.fetching = fetched;
    return fetched;
  }

  /**
   * Copies bytes of the file.
   * @param {Uint8Array} target
   * @param {number} position in the file
   * @returns {boolean} whether all of them are here
   */
  read(target, position) {
    if (this.kept) return this.kept.read(target, { at: position }) === target.length;
    return this.pieces.read(target, position);
  }

  /**
   * Makes this a file of Python's.
   * @param {any} FS Emscripten's
   * @param {string} path
   */
  mount(FS, path) {
    FS.writeFile(path, new Uint8Array(0));
    const { node } = FS.lookupPath(path);
    const { size } = this.shards;
    node.usedBytes = size;
    node.stream_ops = {
      ...node.stream_ops,
      /** @type {(stream: any, heap: Uint8Array, at: number, length: number, from: number) => number} */
      read: (_stream, heap, at, length, from) => {
        const end = Math.max(from, Math.min(from + length, size));
        if (!this.read(heap.subarray(at, at + end - from), from)) throw new FS.ErrnoError(EAGAIN);
        return end - from;
      },
    };
  }
}
