// What is new since the reader's last visit to the front page. Which reports were there then is
// kept on the reader's machine and goes nowhere.

import { label } from "./dates.mjs";
import { make } from "./dom.mjs";
import { asset, pageAddress, ROOT, siteInfo } from "./site.mjs";

// Several sites of one publisher share a host, and so what a browser keeps for it.
const KEY = `dateline:reports:${ROOT.pathname}`;
const MOST = 10;

/** @typedef {{build: string, day: string, ids: string[]}} Visit what the site had on a day */
/** @typedef {[id: string, title: string, published: string]} Report the last one EDTF, or empty */

/**
 * @param {Storage} storage
 * @returns {Visit | null | undefined} `undefined` when nothing has been kept, or something else
 */
function kept(storage) {
  try {
    const found = JSON.parse(storage.getItem(KEY) ?? "");
    return found === null || Array.isArray(found.ids) ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {Storage} storage
 * @param {Visit | null} visit
 */
function keep(storage, visit) {
  try {
    storage.setItem(KEY, JSON.stringify(visit));
  } catch {
    // A reader who lets nothing be kept is told of nothing new.
  }
}

/** @returns {Promise<Report[]>} every report of this build */
async function allReports() {
  const answer = await fetch(asset("reports.json"), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`reports.json: the server answered ${answer.status}`);
  return answer.json();
}

/** @param {HTMLElement} place stays hidden at a first visit and when there is nothing new */
export async function showNew(place) {
  const { build } = await siteInfo();
  const last = kept(localStorage);
  // The visit before this one, which began with the first look at this page.
  let before = kept(sessionStorage);
  if (before === undefined) keep(sessionStorage, (before = last ?? null));
  if (last?.build === build && (!before || before.build === build)) return;
  const reports = await allReports();
  keep(localStorage, { build, day: new Date().toISOString().slice(0, 10), ids: reports.map(([id]) => id) });
  const known = new Set(before?.ids);
  const found = before ? reports.filter(([id]) => !known.has(id)) : [];
  if (!before || !found.length) return;
  const count = found.length === 1 ? "One report" : `${found.length.toLocaleString("en")} reports`;
  const all = found.length > MOST && make("a", { href: pageAddress("articles/") }, "all reports");
  place.replaceChildren(
    make("h2", { id: "new" }, "New since your last visit"),
    make("p", { class: "dl-faint" }, `${count}, since ${label(before.day)}`, all && " · ", all),
    make("ul", { class: "dl-cards dl-stacked" }, ...found.slice(0, MOST).map(card)),
  );
  place.hidden = false;
}

/** @param {Report} report */
function card([id, title, published]) {
  const link = make("a", { class: "dl-card-title", href: pageAddress(`articles/${id}/`) }, title);
  const date = published ? label(published) : "no date";
  return make("li", { class: "dl-card" }, link, make("p", { class: "dl-faint" }, date));
}
