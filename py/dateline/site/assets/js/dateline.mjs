// The one script of every page. A module runs once, whatever pages instant navigation then brings:
// `document$` of the theme tells of each.

import { arrive } from "./address.mjs";
import { find } from "./dom.mjs";
import { listenToKeys } from "./keys.mjs";
import { keepOffline } from "./offline.mjs";
import { start } from "./python.mjs";
import { startInstant } from "./instant.mjs";
import { ROOT } from "./site.mjs";
import { show } from "./state.mjs";

const PYTHON_PAGES = /^(search|timeline)(\/|\.html)/;

/** @type {() => void} */
let leave = () => {};

async function mount() {
  leave();
  leave = () => {};
  arrive(null);
  show();
  const article = document.querySelector(".dl-article");
  if (article instanceof HTMLElement) leave = (await import("./cite.mjs")).mountCite(article);
  const form = find("dateline-search", HTMLFormElement);
  if (!form) return;
  startInstant();
  start();
  if (find("dateline-results", HTMLElement)) {
    leave = (await import("./search.mjs")).mountSearch(form);
  } else if (find("dateline-timeline", HTMLElement)) {
    leave = (await import("./timeline.mjs")).mountTimeline(form);
  }
}

/** Whoever turns to a link that leads to the search or the timeline will want Python in a moment. */
function warmUp(/** @type {Event} */ event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || !link.href.startsWith(ROOT.href)) return;
  if (!PYTHON_PAGES.test(link.href.slice(ROOT.href.length))) return;
  startInstant();
  start();
}

addEventListener("pointerover", warmUp, { passive: true });
addEventListener("focusin", warmUp);
listenToKeys();
keepOffline();

/** @type {{subscribe(listener: () => void): void} | undefined} */
const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(mount);
else mount();
