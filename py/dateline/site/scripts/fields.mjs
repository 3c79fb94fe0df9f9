// The fields of the box while they are typed: "wh" may become `who:`, and `who:kish` the name.

import { askInstant } from "./instant.mjs";
import { Options } from "./options.mjs";

const SUGGESTIONS = 8;

/** What each field takes, as a reader is told. */
const FIELDS = {
  who: "a person",
  where: "a place",
  org: "an organization",
  says: "whose words",
  with: "a name in the same sentence",
  thread: "a question of the story",
  kind: "a kind of result",
  before: "a day, month or year",
  after: "a day, month or year",
  on: "a day",
  in: "a month or year",
};
/** @type {Record<string, string[]>} Kinds of names that a field takes. */
const NAMED = {
  who: ["person"],
  where: ["place"],
  org: ["organization"],
  says: ["person", "organization"],
  with: ["person", "organization", "place"],
};
// As words these are typed too often for the list to open at each.
const COMMON = new Set(["in", "on", "with", "before", "after"]);
const FEWEST_LETTERS = 2;

const NAME = Object.keys(FIELDS).join("|");
const VALUE_AT_END = new RegExp(`(?:^|\\s)-?(?<field>${NAME}):\\s?"?(?<value>[^"]{0,60})$`, "i");
const NAME_AT_END = /(?:^|\s)-?(?<name>[a-z]+)$/i;

/** @typedef {{title: string, kind: string, text: string, length: number}} Completion */

/**
 * Suggests below the box what the field before the cursor may be.
 * @param {HTMLInputElement} input with `aria-controls` naming the list
 * @param {HTMLElement} list
 * @param {() => {value: string, text: string}[]} kinds the kinds of result and what they are called
 */
export function suggestFields(input, list, kinds) {
  let asked = 0;
  /** @type {Options<Completion>} */
  const options = new Options(input, list, choose);

  async function open() {
    const turn = ++asked;
    const found = await completions(typed(input), kinds);
    if (turn === asked && document.activeElement === input) options.show(found);
  }

  /** @param {Completion} option its text replaces what it completes */
  function choose({ text, length }) {
    const before = typed(input);
    const after = input.value.slice(before.length);
    const value = before.slice(0, before.length - length) + text;
    input.value = value + after;
    input.setSelectionRange(value.length, value.length);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @type {Record<string, () => void>} Only while the list is open; else they are the page's. */
  const keys = {
    ArrowDown: () => options.move(1),
    ArrowUp: () => options.move(-1),
    Escape: () => {
      asked += 1;
      options.close();
    },
  };
  input.addEventListener("keydown", (event) => {
    if (!options.isOpen) return;
    const chosen = event.key === "Enter" && options.active;
    if (!chosen && !(event.key in keys)) return;
    event.preventDefault();
    event.stopPropagation();
    if (chosen) choose(chosen);
    else keys[event.key]();
  });
  input.addEventListener("input", () => {
    options.unmark();
    open();
  });
  input.addEventListener("blur", () => options.close());
}

/** @param {HTMLInputElement} input */
const typed = (input) => input.value.slice(0, input.selectionStart ?? input.value.length);

/**
 * @param {string} before what stands before the cursor
 * @param {() => {value: string, text: string}[]} kinds
 * @returns {Promise<Completion[]>}
 */
async function completions(before, kinds) {
  const inValue = VALUE_AT_END.exec(before)?.groups;
  if (inValue) {
    const field = inValue.field.toLowerCase();
    const whole = before.slice(before.toLowerCase().lastIndexOf(`${field}:`));
    const found = await values(field, inValue.value, kinds);
    return found
      .filter(({ value }) => value !== inValue.value.trim())
      .map(({ value, ...shown }) => ({ ...shown, text: written(field, value), length: whole.length }));
  }
  const name = NAME_AT_END.exec(before)?.groups?.name.toLowerCase() ?? "";
  if (name.length < FEWEST_LETTERS || COMMON.has(name)) return [];
  return Object.entries(FIELDS)
    .filter(([field]) => field.startsWith(name))
    .map(([field, kind]) => ({ title: `${field}:`, kind, text: `${field}:`, length: name.length }));
}

/**
 * @param {string} field
 * @param {string} text
 * @param {() => {value: string, text: string}[]} kinds
 * @returns {Promise<{title: string, kind: string, value: string}[]>}
 */
async function values(field, text, kinds) {
  if (field in NAMED) {
    const request = { do: "suggest", text, limit: SUGGESTIONS, kinds: NAMED[field] };
    const names = (await askInstant(request)) ?? [];
    return names.map((/** @type {any} */ { title, kind }) => ({ title, kind, value: title }));
  }
  const starts = text.trim().toLowerCase();
  if (field === "kind") {
    return kinds()
      .filter(({ value }) => value.startsWith(starts))
      .map(({ value, text: title }) => ({ title, kind: "", value }));
  }
  const known = (await askInstant({ do: "values", field })) ?? [];
  return known
    .filter((/** @type {string} */ value) => value.toLowerCase().includes(starts))
    .slice(0, SUGGESTIONS)
    .map((/** @type {string} */ value) => ({ title: value, kind: "", value }));
}

/**
 * @param {string} field
 * @param {string} value
 */
const written = (field, value) => `${field}:${/\s/.test(value) ? `"${value}"` : value} `;
