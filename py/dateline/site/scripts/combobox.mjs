// Choosing a person, organization or place by typing: the ARIA combobox with a list below it.
// What is shown is the name, what is chosen is the id.

import { make } from "./dom.mjs";
import { askInstant } from "./instant.mjs";

const SUGGESTIONS = 8;

/**
 * @param {HTMLInputElement} input with `aria-controls` naming the list
 * @param {HTMLElement} list
 * @param {(id: string) => void} onChoice called with the id, or "" when the choice is taken back
 */
export function combobox(input, list, onChoice) {
  let chosen = { id: "", title: "" };
  /** @type {{id: string, title: string, kind: string}[]} */
  let options = [];
  let active = -1;
  let asked = 0;

  function close() {
    options = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} position */
  function activate(position) {
    active = position;
    [...list.children].forEach((option, i) =>
      option.setAttribute("aria-selected", String(i === active)),
    );
    const option = list.children[active];
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  async function open() {
    const turn = ++asked;
    const found = await askInstant({ do: "suggest", text: input.value, limit: SUGGESTIONS });
    if (turn !== asked || document.activeElement !== input) return;
    options = found ?? [];
    list.replaceChildren(
      ...options.map(({ title, kind }, i) =>
        make(
          "li",
          { role: "option", id: `${list.id}-${i}`, "aria-selected": "false" },
          make("span", {}, title),
          make("span", { class: "dl-kind" }, kind),
        ),
      ),
    );
    active = -1;
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
  }

  /** @param {{id: string, title: string}} option */
  function choose(option) {
    asked += 1;
    close();
    input.value = option.title;
    if (option.id === chosen.id) return;
    chosen = { id: option.id, title: option.title };
    onChoice(option.id);
  }

  /** What was typed counts only when it is a name; an emptied box takes the choice back. */
  function leave() {
    if (!input.value.trim()) choose({ id: "", title: "" });
    else if (input.value !== chosen.title) {
      const match = options.find((o) => o.title.toLowerCase() === input.value.trim().toLowerCase());
      choose(match ?? chosen);
    }
    close();
  }

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => (list.hidden ? open() : activate((active + 1) % options.length)),
    ArrowUp: () => activate((active + options.length - 1) % Math.max(options.length, 1)),
    Enter: () => (options[active] ? choose(options[active]) : leave()),
    Escape: () => (list.hidden ? choose({ id: "", title: "" }) : close()),
  };
  input.addEventListener("keydown", (event) => {
    if (!(event.key in keys)) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  input.addEventListener("input", open);
  input.addEventListener("focus", open);
  input.addEventListener("blur", leave);
  list.addEventListener("pointerdown", (event) => {
    const option = event.target instanceof Element && event.target.closest("li");
    if (!option) return;
    event.preventDefault(); // keeps the focus, and so the list, where it is
    choose(options[[...list.children].indexOf(option)]);
  });

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
