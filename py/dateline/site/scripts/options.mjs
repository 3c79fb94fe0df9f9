// The list of options below a box: what ARIA calls the popup of a combobox. The box keeps the focus.

import { make } from "./dom.mjs";

/**
 * @typedef {object} Option
 * @property {string} title
 * @property {string} kind shown beside it
 */

/**
 * @template {Option} T
 */
export class Options {
  /**
   * @param {HTMLInputElement} input with `aria-controls` naming the list
   * @param {HTMLElement} list
   * @param {(option: T) => void} choose
   */
  constructor(input, list, choose) {
    this.input = input;
    this.list = list;
    /** @type {T[]} */
    this.all = [];
    this.position = -1;
    list.addEventListener("pointerdown", (event) => {
      const item = event.target instanceof Element && event.target.closest("li");
      if (!item) return;
      event.preventDefault(); // keeps the focus, and so the list, where it is
      choose(this.all[[...list.children].indexOf(item)]);
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** The option the arrows stand on. */
  get active() {
    return this.all[this.position];
  }

  /**
   * An answer that comes late leaves the arrows where they stand, if what they stand on is in it.
   * @param {T[]} options none close the list
   */
  show(options) {
    const stood = this.active;
    this.all = options;
    this.position = -1;
    this.list.replaceChildren(
      ...options.map(({ title, kind }, i) =>
        make(
          "li",
          { role: "option", id: `${this.list.id}-${i}`, "aria-selected": "false" },
          make("span", {}, title),
          make("span", { class: "dl-kind" }, kind),
        ),
      ),
    );
    this.list.hidden = options.length === 0;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
    this.input.removeAttribute("aria-activedescendant");
    if (!stood) return;
    this.#stand(options.findIndex(({ title, kind }) => title === stood.title && kind === stood.kind));
  }

  /** What is typed on means none of those shown before. */
  unmark() {
    this.position = -1;
    for (const item of this.list.children) item.setAttribute("aria-selected", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.show([]);
  }

  /** @param {1 | -1} way down or up, from the last one to the first */
  move(way) {
    const count = this.all.length;
    if (!count) return;
    this.#stand(this.position < 0 && way < 0 ? count - 1 : (this.position + way + count) % count);
  }

  /** @param {number} position */
  #stand(position) {
    const item = this.list.children[position];
    if (!item) return;
    this.position = position;
    [...this.list.children].forEach((each, i) =>
      each.setAttribute("aria-selected", String(i === position)),
    );
    item.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", item.id);
  }
}
