// Citing a sentence: where an article's page is opened at one, or its ¶ is pressed, a line under
// the paragraph offers its link and its citation.

import { make } from "./dom.mjs";
import { copy } from "./take.mjs";

/**
 * @typedef {object} Cited
 * @property {string} quote the sentence
 * @property {string} number of the sentence
 * @property {string} title
 * @property {string} source publisher or agency; may be empty
 * @property {string} author may be empty
 * @property {string} published EDTF; may be empty
 * @property {string} url
 */

const DAY = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;
/** @type {Record<string, string>} What TeX would take for a command. */
const TEX = {
  "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
  "{": "\\{", "}": "\\}", "%": "\\%", "#": "\\#", "&": "\\&", "$": "\\$", _: "\\_",
};

/** @param {Cited} cited */
export function asText({ quote, title, source, author, published, url }) {
  const where = [author, `“${title}”`, source, published].filter(Boolean).join(", ");
  return `“${quote}” ${where}. ${url}`;
}

/** @param {Cited} cited */
export function asBibtex({ quote, number, title, source, author, published, url }) {
  const tex = (/** @type {string} */ text) => text.replace(/[\\~^{}%#&$_]/g, (c) => TEX[c]);
  const [, year, month] = DAY.exec(published) ?? [];
  const slug = new URL(url).pathname.replace(/(\/|\.html)$/, "").split("/").pop();
  const fields = [
    ["title", `{${tex(title)}}`], ["author", tex(author)], ["organization", tex(source)],
    ["year", year], ["month", month && String(Number(month))], ["url", url],
    ["note", `Sentence ${number}: ${tex(quote)}`],
  ].filter(([, value]) => value);
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${slug}-s${number},\n${lines.join(",\n")}\n}\n`;
}

/** @param {Cited} cited */
export function asCsl({ quote, number, title, source, author, published, url }) {
  const day = DAY.exec(published);
  const item = {
    id: url,
    type: "article-newspaper",
    title,
    ...(author && { author: [{ literal: author }] }),
    ...(source && { "container-title": source }),
    ...(day && { issued: { "date-parts": [day.slice(1).filter(Boolean).map(Number)] } }),
    ...(published && !day && { issued: { literal: published } }),
    URL: url,
    note: `Sentence ${number}: ${quote}`,
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}

/**
 * @param {HTMLElement} article
 * @returns {() => void} to be called when the page is left
 */
export function mountCite(article) {
  const line = make("p", { class: "dl-cite", role: "group" });

  function show() {
    line.remove();
    // Not `:target`: on a page that has just been read the browser has yet to go there.
    const sentence = document.getElementById(location.hash.slice(1));
    if (!sentence?.matches(".dl-sentence") || !article.contains(sentence)) return;
    const { title = "", source = "", author = "", published = "" } = article.dataset;
    const number = sentence.id.slice(1);
    const quote = (sentence.textContent ?? "").replace(/\s+/g, " ").trim();
    const cited = { quote, number, title, source, author, published, url: location.href };
    /** @type {[string, string][]} */
    const offers = [
      ["Copy link", location.href],
      ["Text", asText(cited)],
      ["BibTeX", asBibtex(cited)],
      ["CSL-JSON", asCsl(cited)],
    ];
    const buttons = offers.map(([label, text]) => {
      const button = make("button", { type: "button", class: "dl-link" }, label);
      button.addEventListener("click", () => copy(button, text));
      return button;
    });
    line.setAttribute("aria-label", `Cite sentence ${number}`);
    line.replaceChildren(make("span", { class: "dl-faint" }, `Sentence ${number}`), ...buttons);
    sentence.closest("p")?.after(line);
  }

  addEventListener("hashchange", show);
  show();
  return () => removeEventListener("hashchange", show);
}
