// Choosing a person, organization or place by typing: the ARIA combobox with a list below it.
// What is shown is the name, what is chosen is the id.

import { askInstant } from "./instant.mjs";
import { Options } from "./options.mjs";

const SUGGESTIONS = 8;

/** @typedef {{id: string, title: string, kind: string}} Name */

/**
 * @param {HTMLInputElement} input with `aria-controls` naming the list
 * @param {HTMLElement} list
 * @param {(id: string) => void} onChoice called with the id, or "" when the choice is taken back
 */
export function combobox(input, list, onChoice) {
  let chosen = { id: "", title: "" };
  let asked = 0;
  /** @type {Options<Name>} */
  const options = new Options(input, list, choose);

  async function open() {
    const turn = ++asked;
    const found = await askInstant({ do: "suggest", text: input.value, limit: SUGGESTIONS });
    if (turn === asked && document.activeElement === input) options.show(found ?? []);
  }

  /** @param {{id: string, title: string}} option */
  function choose(option) {
    asked += 1;
    options.close();
    input.value = option.title;
    if (option.id === chosen.id) return;
    chosen = { id: option.id, title: option.title };
    onChoice(option.id);
  }

  /** What was typed counts only when it is a name; an emptied box takes the choice back. */
  function leave() {
    const typed = input.value.trim().toLowerCase();
    if (!typed) choose({ id: "", title: "" });
    else if (input.value !== chosen.title) {
      choose(options.all.find((option) => option.title.toLowerCase() === typed) ?? chosen);
    }
    options.close();
  }

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => (options.isOpen ? options.move(1) : open()),
    ArrowUp: () => options.move(-1),
    Enter: () => (options.active ? choose(options.active) : leave()),
    Escape: () => (options.isOpen ? options.close() : choose({ id: "", title: "" })),
  };
  input.addEventListener("keydown", (event) => {
    if (!(event.key in keys)) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  input.addEventListener("input", () => {
    options.unmark();
    open();
  });
  input.addEventListener("focus", open);
  input.addEventListener("blur", leave);

  return {
    /** @param {string} id shown by its name as soon as that is known */
    async set(id) {
      if (id === chosen.id) return;
      chosen = { id, title: id };
      input.value = id;
      const title = id && (await askInstant({ do: "name", id }));
      if (!title || chosen.id !== id) return;
      chosen = { id, title };
      if (document.activeElement !== input) input.value = title;
    },
  };
}
