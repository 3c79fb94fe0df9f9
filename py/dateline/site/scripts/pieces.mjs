// A file of which only the pieces that are asked for are fetched (`dateline.site.shards`).
//
// SQLite reads while Python waits for it, and nothing can be fetched in between. So a read of what
// is not here fails, what it lacked is noted, and whoever asked fetches that and asks again.

import { getPiece } from "./piece.mjs";

/** @typedef {import("./site.mjs").Shards} Shards */

// Memory that pieces may take between two questions; one question may need more.
const MOST_BYTES = 16 * 1024 * 1024;
// A table that is read from one end to the other asks for one piece after the other: then more are
// fetched at once, twice as many each time.
const MOST_AHEAD = 32;

export class Pieces {
  /**
   * @param {Shards} shards
   * @param {(path: string) => Promise<Response>} get fetches a path relative to `assets/dateline/`
   */
  constructor(shards, get) {
    this.shards = shards;
    this.get = get;
    /** @type {Map<number, Uint8Array>} the least recently read first */
    this.kept = new Map();
    /** @type {Set<number>} */
    this.lacking = new Set();
    /** What the question at hand has read: it is asked again until nothing is lacking. */
    this.readNow = new Set();
    this.last = -1;
    this.ahead = 1;
  }

  /** Fetches what every question needs. */
  async begin() {
    await this.#load(this.shards.needed);
  }

  /** A new question begins: what only the one before needed may go. */
  renew() {
    this.readNow.clear();
    this.#forget();
  }

  /**
   * Fetches what reads have lacked since the last time.
   * @returns {Promise<boolean>} whether they lacked anything
   */
  async fetch() {
    const wanted = [...this.lacking].sort((a, b) => a - b);
    if (!wanted.length) return false;
    this.lacking.clear();
    await this.#load(this.#andAhead(wanted));
    return true;
  }

  /**
   * Copies bytes of the file.
   * @param {Uint8Array} target
   * @param {number} position in the file
   * @returns {boolean} whether all of them are here
   */
  read(target, position) {
    const { each } = this.shards;
    let complete = true;
    for (let done = 0; done < target.length; ) {
      const number = Math.floor((position + done) / each);
      const within = (position + done) % each;
      const length = Math.min(each - within, target.length - done);
      const piece = this.kept.get(number);
      if (piece) {
        this.readNow.add(number);
        this.kept.delete(number);
        this.kept.set(number, piece);
        target.set(piece.subarray(within, within + length), done);
      } else {
        this.lacking.add(number);
        complete = false;
      }
      done += length;
    }
    return complete;
  }

  /** @param {number[]} wanted in order */
  #andAhead(wanted) {
    const count = Math.ceil(this.shards.size / this.shards.each);
    const last = /** @type {number} */ (wanted.at(-1));
    this.ahead = wanted[0] === this.last + 1 ? Math.min(2 * this.ahead, MOST_AHEAD) : 1;
    for (let number = last + 1; number < Math.min(last + this.ahead, count); number += 1) {
      if (!this.kept.has(number)) wanted.push(number);
    }
    this.last = /** @type {number} */ (wanted.at(-1));
    return wanted;
  }

  /** @param {number[]} numbers */
  async #load(numbers) {
    const coming = numbers.map((number) => getPiece(this.shards, number, this.get));
    const loaded = await Promise.all(coming);
    numbers.forEach((number, at) => this.kept.set(number, loaded[at]));
    for (const number of numbers) this.readNow.add(number);
    this.#forget();
  }

  /** Drops the pieces read longest ago, but none of the question at hand: it needs them together. */
  #forget() {
    const most = MOST_BYTES / this.shards.each;
    for (const number of this.kept.keys()) {
      if (this.kept.size <= most) return;
      if (!this.readNow.has(number)) this.kept.delete(number);
    }
  }
}
