// What is being asked, and how it is written in the URL: the whole state of a page.

/**
 * @typedef {object} Query
 * @property {string} q words
 * @property {string} from YYYY, YYYY-MM or YYYY-MM-DD
 * @property {string} to as `from`
 * @property {string} who id of an entity
 * @property {string} kind
 * @property {string} lanes what the lanes of the timeline are of; it narrows nothing
 */

/** @type {(keyof Query)[]} What narrows, in the order in which it stands in the URL. */
export const FIELDS = ["q", "from", "to", "who", "kind"];
/** @type {(keyof Query)[]} */
const STATE = [...FIELDS, "lanes"];

/** What lanes can be of, as Python knows it, and as a reader is told. */
export const LANES = new Map([
  ["", "All together"],
  ["person", "By person"],
  ["organization", "By organization"],
  ["place", "By place"],
  ["thread", "By question"],
]);

/** @type {Readonly<Query>} */
export const NOTHING = Object.freeze({ q: "", from: "", to: "", who: "", kind: "", lanes: "" });

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/**
 * @param {string} search the query part of a URL
 * @returns {Query}
 */
export function read(search) {
  const parameters = new URLSearchParams(search);
  const query = { ...NOTHING };
  for (const field of STATE) query[field] = parameters.get(field)?.trim() ?? "";
  if (!LANES.has(query.lanes)) query.lanes = "";
  return query;
}

/**
 * @param {Query} query
 * @returns {string} the query part of a URL, empty when nothing is asked
 */
export function write(query) {
  const parameters = new URLSearchParams();
  for (const field of STATE) if (query[field]) parameters.set(field, query[field]);
  const text = parameters.toString();
  return text && `?${text}`;
}

/**
 * @param {Query} one
 * @param {Query} other
 */
export const same = (one, other) => FIELDS.every((field) => one[field] === other[field]);

/** @param {Query} query */
export const isEmpty = (query) => same(query, NOTHING);

/**
 * What goes to Python or to the instant index: a date that is not finished yet is left out.
 * @param {Query} query
 * @returns {Record<string, string>}
 */
export function asked(query) {
  /** @type {Record<string, string>} */
  const request = {};
  for (const field of FIELDS) {
    const value = query[field];
    if (value && !(isDateField(field) && !DATE.test(value))) request[field] = value;
  }
  return request;
}

/**
 * @param {string} field
 * @param {string} value
 * @returns {boolean} whether a filled-in date cannot be read
 */
export const isBadDate = (field, value) =>
  Boolean(value) && isDateField(field) && !DATE.test(value);

/** @param {string} field */
const isDateField = (field) => field === "from" || field === "to";
