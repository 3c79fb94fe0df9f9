// Keys of the whole page: / goes to the box, arrows through the results, Escape back and empty.

import { find, takesText } from "./dom.mjs";
import { pageAddress, siteInfo } from "./site.mjs";

const LINKS = "#dateline-results a.dl-result__link, #dateline-timeline a.dl-source";

/** Listens from now on, on whatever page instant navigation brings. */
export function listenToKeys() {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const handled = event.key === "/" ? toBox(event) : inResults(event);
    if (handled) event.preventDefault();
  });
}

/** The box of the page, or the one that leads to the search page. */
function anyBox() {
  const field = document.querySelector("#dateline-q, form[role=search] input[name=q]");
  return field instanceof HTMLInputElement ? field : null;
}

/** @param {KeyboardEvent} event */
function toBox(event) {
  const field = anyBox();
  if (takesText(event.target)) return false;
  if (field) {
    field.focus();
    field.select();
  } else {
    goToSearch();
  }
  return true;
}

/** By a link where there is one, so that the theme loads the page without a new start. */
async function goToSearch() {
  await siteInfo();
  const target = pageAddress("search/");
  const link = [...document.links].find((candidate) => candidate.href === target);
  if (link) link.click();
  else location.assign(target);
}

/** @param {KeyboardEvent} event */
function inResults(event) {
  const field = find("dateline-q", HTMLInputElement);
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(LINKS)]);
  const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (!field || (at < 0 && event.target !== field)) return false;
  switch (event.key) {
    case "ArrowDown":
      links[at + 1]?.focus();
      return links.length > 0;
    case "ArrowUp":
      (links[at - 1] ?? field).focus();
      return at >= 0;
    case "Escape":
      return escape(field, at >= 0);
    default:
      return false;
  }
}

/**
 * @param {HTMLInputElement} field
 * @param {boolean} fromResults a first Escape leads back to the box, the next one empties it
 */
function escape(field, fromResults) {
  if (fromResults) field.focus();
  else {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return true;
}
