// Counts beside the results, each a button that narrows them or takes the narrowing back.

import { make } from "./dom.mjs";
import { kindLabel } from "./results.mjs";

/** @typedef {import("./query.mjs").Query} Query */

const SHOWN = 8;

/**
 * @param {HTMLElement} place
 * @param {{kind?: [string, number][], who?: [string, string, number][], year?: [string, number][]}
 *   | undefined} facets
 * @param {Query} query
 * @param {(query: Query) => void} onChoice
 */
export function showFacets(place, facets, query, onChoice) {
  const kinds = (facets?.kind ?? []).map(([kind, count]) => ({
    text: kindLabel(kind),
    count,
    pressed: query.kind === kind,
    next: { ...query, kind: query.kind === kind ? "" : kind },
  }));
  const who = (facets?.who ?? []).map(([id, name, count]) => ({
    text: name,
    count,
    pressed: query.who === id,
    next: { ...query, who: query.who === id ? "" : id },
  }));
  const years = (facets?.year ?? []).map(([year, count]) => {
    const pressed = query.from === year && query.to === year;
    const bound = pressed ? "" : year;
    return { text: year, count, pressed, next: { ...query, from: bound, to: bound } };
  });
  const groups = [group("Kind", kinds), group("Who and where", who), group("Year", years)];

  /**
   * @param {string} title
   * @param {{text: string, count: number, pressed: boolean, next: Query}[]} choices
   */
  function group(title, choices) {
    if (choices.length < 2 && !choices.some((choice) => choice.pressed)) return null;
    return make(
      "section",
      { class: "dl-facet" },
      make("h2", {}, title),
      make("ul", {}, ...choices.slice(0, SHOWN).map((choice) => make("li", {}, button(choice)))),
    );
  }

  /** @param {{text: string, count: number, pressed: boolean, next: Query}} choice */
  function button({ text, count, pressed, next }) {
    const element = make(
      "button",
      { type: "button", "aria-pressed": String(pressed) },
      make("span", {}, text),
      " ",
      make("span", { class: "dl-facet__count" }, String(count)),
    );
    element.addEventListener("click", () => onChoice(next));
    return element;
  }

  place.replaceChildren(...groups.filter((part) => part !== null));
  place.hidden = place.childElementCount === 0;
}
