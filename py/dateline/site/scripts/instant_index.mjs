// The instant index in its own worker, so that not even loading it holds up the page.

import { fold, isUnspaced, words } from "./words.mjs";

/**
 * @typedef {object} Entry
 * @property {string} kind
 * @property {string} id
 * @property {string} url
 * @property {string} title
 * @property {string[]} also
 * @property {string | null} date
 * @property {string | null} context
 * @property {number} weight
 */

const ENTITY_KINDS = new Set([
  "person",
  "organization",
  "place",
  "event",
  "agreement",
  "other",
]);
// lunr's own scores lie between 0 and about 10; what was meant exactly must stay on top.
const EXACT_BOOST = 100;
const PREFIX_BOOST = 10;
// One typo in a word of three letters matches nearly everything.
const TYPO_LENGTH = 4;
const TWO_TYPOS_LENGTH = 8;

/** @type {Entry[]} */
let entries = [];
/** @type {any} */
let index;
/** @type {Map<string, Entry>} */
let byId = new Map();
/** @type {Record<string, string[]>} */
let values = {};

/**
 * @param {{entries: any[][], values: Record<string, string[]>, index: object}} content of `instant.json`
 * @param {any} lunr
 */
export function load(content, lunr) {
  entries = content.entries.map(([kind, id, url, title, also, date, context, weight]) => ({
    kind,
    id,
    url,
    title,
    also,
    date,
    context,
    weight,
  }));
  byId = new Map(entries.filter((e) => ENTITY_KINDS.has(e.kind)).map((e) => [e.id, e]));
  values = content.values;
  index = lunr.Index.load(content.index);
}

/**
 * Every word must be found, as it is, as the beginning of a word, or with typos.
 * @param {string} text
 * @param {any} lunr
 * @returns {Map<number, number>} position in `entries` -> score
 */
function find(text, lunr) {
  /** @type {Map<number, number> | null} */
  let found = null;
  for (const word of words(text)) {
    const scores = new Map();
    for (const { ref, score } of index.query((/** @type {any} */ q) => clauses(q, word, lunr))) {
      const before = found ? found.get(Number(ref)) : 0;
      if (before !== undefined) scores.set(Number(ref), before + score);
    }
    found = scores;
  }
  return found ?? new Map(entries.map((entry, position) => [position, entry.weight]));
}

/**
 * @param {any} query a lunr.Query
 * @param {string} word
 * @param {any} lunr
 */
function clauses(query, word, lunr) {
  const { LEADING, TRAILING } = lunr.Query.wildcard;
  query.term(word, { boost: EXACT_BOOST });
  query.term(word, { boost: PREFIX_BOOST, wildcard: isUnspaced(word) ? LEADING | TRAILING : TRAILING });
  if (word.length >= TYPO_LENGTH) {
    query.term(word, { editDistance: word.length >= TWO_TYPOS_LENGTH ? 2 : 1 });
  }
}

/**
 * @param {Record<string, string>} request as sent to Python
 * @param {any} lunr
 * @returns {{ok: true, count: number, results: object[]}} in the shape of Python's answer
 */
export function search(request, lunr) {
  const folded = words(request.q ?? "").join(" ");
  const found = [...find(request.q ?? "", lunr)]
    .map(([position, score]) => ({ entry: entries[position], score }))
    .filter(({ entry }) => passes(entry, request))
    .map((hit) => ({ ...hit, rank: rank(hit.entry, folded) }));
  found.sort(
    (a, b) => b.rank - a.rank || b.score - a.score || b.entry.weight - a.entry.weight,
  );
  const limit = Number(request.limit ?? 20);
  return {
    ok: true,
    count: found.length,
    results: found.slice(0, limit).map(({ entry }) => ({
      kind: entry.kind,
      id: entry.id,
      url: entry.url,
      title: entry.title,
      snippet: entry.also.length ? [[`also ${entry.also.join(", ")}`, false]] : [],
      date: entry.date,
      edtf: null,
      context: entry.context,
    })),
  };
}

/**
 * @param {Entry} entry
 * @param {string} folded what was typed
 * @returns {number} 2 when it is the very name, 1 when it is another name of it, else 0
 */
function rank(entry, folded) {
  if (!folded) return 0;
  if (words(entry.title).join(" ") === folded) return 2;
  return entry.also.some((name) => words(name).join(" ") === folded) ? 1 : 0;
}

/**
 * @param {Entry} entry
 * @param {Record<string, string>} request
 */
function passes(entry, { kind, who, from, to }) {
  if (kind && entry.kind !== kind) return false;
  if (who && entry.id !== who) return false;
  if (!from && !to) return true;
  // ISO dates of any length compare as text when the upper one is filled up.
  return entry.date !== null && entry.date >= (from ?? "") && entry.date <= `${to ?? "9999"}-99-99`;
}

/**
 * @param {string} text beginning of a name
 * @param {number} limit
 * @param {string[]} [kinds] of the names wanted; all without
 * @returns {{id: string, kind: string, title: string, weight: number}[]} most told of first
 */
export function suggest(text, limit, kinds) {
  const typed = fold(text.trim());
  const starts = (/** @type {string} */ name) => ` ${words(name).join(" ")}`.includes(` ${typed}`);
  return [...byId.values()]
    .filter((entry) => kinds?.includes(entry.kind) ?? true)
    .filter((entry) => !typed || [entry.title, ...entry.also].some(starts))
    .sort((a, b) => b.weight - a.weight || (a.title < b.title ? -1 : 1))
    .slice(0, limit)
    .map(({ id, kind, title, weight }) => ({ id, kind, title, weight }));
}

/** @param {string} field of the box whose values the story has: a thread's name, a year */
export const valuesOf = (field) => values[field] ?? [];

/** @param {string} id of an entity */
export const nameOf = (id) => byId.get(id)?.title ?? null;
