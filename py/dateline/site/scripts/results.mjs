// The list of results: text in, nodes out.

import { label } from "./dates.mjs";
import { make } from "./dom.mjs";
import { pageAddress } from "./site.mjs";

/**
 * @typedef {object} Result
 * @property {string} kind
 * @property {string} id
 * @property {string} url relative to the site's root
 * @property {string} title
 * @property {[string, boolean][]} snippet pieces of text, and whether they are the hit
 * @property {string | null} date ISO day
 * @property {string | null} edtf
 * @property {string | null} context
 */

/** @type {Record<string, string>} */
const GROUPS = {
  meeting: "Meetings",
  article: "Reports",
  sentence: "Sentences",
};
/** @type {Record<string, string>} */
const KIND_LABELS = { article: "report" };

/** @param {string} kind */
const groupOf = (kind) => GROUPS[kind] ?? "People, places and other names";

/** @param {string} kind how a kind is called on the page */
export const kindLabel = (kind) => KIND_LABELS[kind] ?? kind;

/**
 * The groups are named where the answer comes in groups; where ranking mixes the kinds, the kind
 * beside each title has to do.
 * @param {Result[]} results in order
 * @param {string} [before] kind of the result above the first
 * @returns {HTMLElement[]} one `li` for each
 */
export function resultItems(results, before) {
  const groups = results.map((result) => groupOf(result.kind));
  const begins = groups.map((group, i) => group !== (i ? groups[i - 1] : before && groupOf(before)));
  const isGrouped = begins.filter(Boolean).length <= new Set(groups).size;
  return results.map((result, i) => item(result, isGrouped && begins[i] ? groups[i] : null));
}

/**
 * @param {Result} result
 * @param {string | null} group named above the first of its group
 */
function item(result, group) {
  return make(
    "li",
    {
      class: "dl-result",
      "data-kind": result.kind,
      "data-id": result.id,
      "data-date": result.date ?? "",
      "data-group": group,
    },
    make(
      "p",
      { class: "dl-result__head" },
      make("a", { class: "dl-result__link", href: pageAddress(result.url) }, result.title),
      make("span", { class: "dl-kind" }, kindLabel(result.kind)),
      result.date && make("time", { datetime: result.date }, label(result.edtf ?? result.date)),
    ),
    result.snippet.length ? make("p", { class: "dl-result__text" }, ...marked(result.snippet)) : null,
    result.context && make("p", { class: "dl-result__context" }, result.context),
  );
}

/**
 * @param {[string, boolean][]} pieces
 * @returns {(Node | string)[]}
 */
export const marked = (pieces) =>
  pieces.map(([text, isHit]) => (isHit ? make("mark", {}, text) : text));
