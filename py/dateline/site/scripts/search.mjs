// The search page: the query in the URL, the instant index's answer first, then Python's.

import * as url from "./address.mjs";
import { find, make } from "./dom.mjs";
import { showFacets } from "./facets.mjs";
import { bindForm } from "./form.mjs";
import { askInstant } from "./instant.mjs";
import { ask } from "./python.mjs";
import { asked, FIELDS, isEmpty } from "./query.mjs";
import { resultItems } from "./results.mjs";
import { siteInfo } from "./site.mjs";
import { onState, state } from "./state.mjs";
import { mountTake } from "./take.mjs";

/** @typedef {import("./query.mjs").Query} Query */

const PAGE_SIZE = 20;
const NO_PYTHON =
  "Python could not start in this browser, so only names, meetings and headlines are found.";
/** @type {Record<string, string>} */
const FILTER_NAMES = { q: "words", from: "from", to: "to", who: "who or where", kind: "kind" };

/** The last answer, kept through instant navigation so that Back shows it at once. */
let last = { key: "", answer: /** @type {any} */ (null) };

/**
 * @param {HTMLFormElement} form
 * @returns {() => void} to be called when the page is left
 */
export function mountSearch(form) {
  const list = /** @type {HTMLElement} */ (find("dateline-results", HTMLElement));
  const count = /** @type {HTMLElement} */ (find("dateline-count", HTMLElement));
  const note = /** @type {HTMLElement} */ (find("dateline-note", HTMLElement));
  const facets = /** @type {HTMLElement} */ (find("dateline-facets", HTMLElement));
  const more = /** @type {HTMLElement} */ (find("dateline-more", HTMLElement));
  let query = url.current();
  let turn = 0;
  const take = mountTake("search", () => query);
  const { show } = bindForm(form, (next, typed) => {
    query = next;
    if (typed) url.typed(query);
    else url.chosen(query);
    refresh();
  });

  /** @param {Query} next chosen with a button of the page */
  function go(next) {
    query = next;
    show(query);
    url.chosen(query);
    refresh();
  }

  async function refresh() {
    const mine = ++turn;
    const isPython = state() === "ready";
    const words = asked(query);
    const request = { do: "search", ...words, facets: false, limit: PAGE_SIZE, offset: 0 };
    if (isEmpty(query)) return clear();
    const key = JSON.stringify(request);
    if (last.key === key) display(last.answer, true);
    const [answer] = await Promise.all([isPython ? ask(request) : askInstant(request), siteInfo()]);
    if (mine !== turn || !answer) return undefined;
    display(answer, isPython);
    if (!isPython || !answer.ok) return showFacets(facets, undefined, query, go);
    last = { key, answer };
    // The counts are worked out when the results are there to be read.
    const counted = await ask({ do: "facets", ...words });
    if (mine !== turn) return undefined;
    return showFacets(facets, counted.facets, query, go);
  }

  function clear() {
    list.replaceChildren();
    delete list.dataset.asked;
    count.textContent = "";
    more.hidden = true;
    showFacets(facets, undefined, query, go);
    take(false);
    note.replaceChildren(...(state() === "failed" ? [NO_PYTHON] : []));
  }

  /**
   * @param {any} answer
   * @param {boolean} isPython
   */
  function display(answer, isPython) {
    if (!answer.ok) {
      count.textContent = answer.error;
      return;
    }
    list.replaceChildren(...resultItems(answer.results));
    list.dataset.from = isPython ? "python" : "instant";
    list.dataset.asked = query.q;
    count.textContent = countText(answer.count, isPython);
    more.hidden = !isPython || answer.results.length >= answer.count;
    take(isPython && answer.count > 0);
    note.replaceChildren(...remarks(answer));
  }

  /**
   * What helps when the answer is not what was hoped for.
   * @param {any} answer
   * @returns {(Node | string)[]}
   */
  function remarks(answer) {
    const parts = [];
    if (state() === "failed") parts.push(make("p", {}, NO_PYTHON));
    if (answer.suggestion) {
      parts.push(
        make("p", {}, "Did you mean ", link(answer.suggestion, { ...query, q: answer.suggestion }), "?"),
      );
    }
    const drop = FIELDS.filter((field) => answer.drop?.includes(field) && query[field]);
    if (drop.length) {
      const buttons = drop.flatMap((field, i) => [
        i ? " or " : "",
        link(`${FILTER_NAMES[field]}: ${query[field]}`, { ...query, [field]: "" }),
      ]);
      parts.push(make("p", {}, "There is something without ", ...buttons, "."));
    }
    return parts;
  }

  /**
   * @param {string} text
   * @param {Query} next
   */
  function link(text, next) {
    const button = make("button", { type: "button", class: "dl-link" }, text);
    button.addEventListener("click", () => go(next));
    return button;
  }

  more.addEventListener("click", async () => {
    const mine = turn;
    const offset = list.childElementCount;
    const answer = await ask({
      ...{ do: "search", ...asked(query), facets: false },
      ...{ limit: PAGE_SIZE, offset },
    });
    if (mine !== turn || !answer.ok) return;
    const before = list.lastElementChild?.getAttribute("data-kind") ?? undefined;
    const items = resultItems(answer.results, before);
    list.append(...items);
    more.hidden = list.childElementCount >= answer.count;
    items[0]?.querySelector("a")?.focus();
  });

  const stop = onState(refresh);
  url.arrive((next) => {
    query = next;
    show(query);
    refresh();
  });
  show(query);
  refresh();
  return () => {
    turn += 1;
    stop();
  };
}

/**
 * @param {number} count
 * @param {boolean} isPython
 */
function countText(count, isPython) {
  const what = isPython ? "result" : "name, meeting or headline";
  const whats = isPython ? "results" : "names, meetings and headlines";
  if (count === 0) return isPython ? `No ${what} found.` : `No ${what} found yet${waiting()}`;
  return `${count.toLocaleString("en")} ${count === 1 ? what : whats}`;
}

/** What the reader may still expect while only names and headlines have been looked through. */
function waiting() {
  return state() === "failed" ? "." : "; the search through every sentence is starting …";
}
