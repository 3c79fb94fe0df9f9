// The one script of every page; what it imports is put into it when the site is built. It runs
// once, whatever pages instant navigation then brings: `document$` of the theme tells of each.

import { arrive } from "./address.mjs";
import { mountCite } from "./cite.mjs";
import { find } from "./dom.mjs";
import { startInstant } from "./instant.mjs";
import { mountKeep } from "./keep.mjs";
import { listenToKeys } from "./keys.mjs";
import { keepOffline } from "./offline.mjs";
import { start } from "./python.mjs";
import { mountSearch } from "./search.mjs";
import { ROOT, siteInfo } from "./site.mjs";
import { show } from "./state.mjs";
import { themePages } from "./theme.mjs";
import { mountTimeline } from "./timeline.mjs";
import { showNew } from "./visits.mjs";

// For the console of a reader who wants to ask Python more than the page does.
export { ask } from "./python.mjs";

const PYTHON_PAGES = /^(search|timeline)(\/|\.html)/;

/** @type {() => void} */
let leave = () => {};

/** Starts both indexes, and what links need is fetched. */
function prepare() {
  startInstant();
  start();
  siteInfo().catch(() => {}); // whoever needs it asks again, and says what went wrong
}

function mount() {
  leave();
  leave = () => {};
  arrive(null);
  show();
  const article = document.querySelector(".dl-article");
  if (article instanceof HTMLElement) leave = mountCite(article);
  const news = find("dateline-new", HTMLElement);
  if (news) showNew(news).catch((error) => console.warn("Dateline: what is new is unknown.", error));
  const form = find("dateline-search", HTMLFormElement);
  if (!form) return;
  prepare();
  mountKeep().catch((error) => console.warn("Dateline: what is kept is unknown.", error));
  if (find("dateline-results", HTMLElement)) leave = mountSearch(form);
  else if (find("dateline-timeline", HTMLElement)) leave = mountTimeline(form);
}

/** Whoever turns to a link that leads to the search or the timeline will want Python in a moment. */
function warmUp(/** @type {Event} */ event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || !link.href.startsWith(ROOT.href)) return;
  if (PYTHON_PAGES.test(link.href.slice(ROOT.href.length))) prepare();
}

/** This page, and each that instant navigation brings. */
async function follow() {
  mount();
  let isFirst = true;
  (await themePages())?.subscribe(() => {
    if (!isFirst) mount();
    isFirst = false;
  });
}

// Pages that ask Python name this script in their head: both indexes start while the theme and the
// rest of the page still load.
if (PYTHON_PAGES.test(location.href.slice(ROOT.href.length))) prepare();
addEventListener("pointerover", warmUp, { passive: true });
addEventListener("focusin", warmUp);
listenToKeys();
keepOffline();
if (document.readyState === "loading") addEventListener("DOMContentLoaded", follow, { once: true });
else follow();
