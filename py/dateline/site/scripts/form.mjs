// The form above the results and above the timeline: its fields and the query are kept the same.

import { combobox } from "./combobox.mjs";
import { find } from "./dom.mjs";
import { suggestFields } from "./fields.mjs";
import { isBadDate, NOTHING } from "./query.mjs";

/** @typedef {import("./query.mjs").Query} Query */

/** The fields that are plain; `who` is a combobox. */
const PLAIN = /** @type {const} */ (["q", "from", "to", "kind"]);

/**
 * @param {HTMLFormElement} form
 * @param {(query: Query, typed: boolean) => void} onChange `typed` while a word is being written
 */
export function bindForm(form, onChange) {
  /** @type {Query} */
  let query = NOTHING;
  const fields = PLAIN.map((name) => ({ name, field: form.elements.namedItem(name) }));
  const whoBox = find("dateline-who", HTMLInputElement);
  const whoList = find("dateline-who-list", HTMLElement);
  const who =
    whoBox && whoList && combobox(whoBox, whoList, (id) => change({ ...query, who: id }, false));

  /**
   * @param {Query} next
   * @param {boolean} typed
   */
  function change(next, typed) {
    query = next;
    onChange(query, typed);
  }

  for (const { name, field } of fields) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    field.addEventListener("input", () => {
      field.setAttribute("aria-invalid", String(isBadDate(name, field.value.trim())));
      change({ ...query, [name]: field.value.trim() }, field instanceof HTMLInputElement);
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onChange(query, false);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    show(NOTHING);
    onChange(query, false);
  });

  /** @param {Query} next put into the fields, except where the reader is writing the same */
  function show(next) {
    query = next;
    for (const { name, field } of fields) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
      if (field.value.trim() !== next[name]) field.value = next[name];
      field.setAttribute("aria-invalid", String(isBadDate(name, next[name])));
    }
    who?.set(next.who);
  }

  const box = find("dateline-q", HTMLInputElement);
  const boxList = find("dateline-q-list", HTMLElement);
  if (box && boxList) suggestFields(box, boxList, () => kindsOf(form));

  return { show };
}

/**
 * The kinds of result, as the form offers them.
 * @param {HTMLFormElement} form
 */
function kindsOf(form) {
  const choice = form.elements.namedItem("kind");
  if (!(choice instanceof HTMLSelectElement)) return [];
  return [...choice.options].filter(({ value }) => value).map(({ value, text }) => ({ value, text }));
}
