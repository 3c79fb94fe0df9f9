// The page's side of the service worker: registers it, and moves to a new build as a whole.

import { make } from "./dom.mjs";
import { settled } from "./python.mjs";
import { address, ROOT, siteInfo } from "./site.mjs";

// Long enough for a page that asks Python to have begun, short enough not to be left before.
const REST = 600;

/** Registers the service worker once the page has what it needs for itself. */
export async function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  reloadOnNewBuild();
  await loaded();
  await new Promise((resolve) => setTimeout(resolve, REST));
  await settled();
  const site = await siteInfo().catch(() => null);
  if (site?.offline === false) return;
  try {
    const registration = await navigator.serviceWorker.register(address("sw.js"), {
      scope: ROOT.pathname,
      updateViaCache: "none",
    });
    if (registration) watch(registration); // nothing comes back where a test blocks it
  } catch (error) {
    console.warn("Dateline: this browser keeps no copy for reading offline.", error);
  }
}

async function loaded() {
  if (document.readyState === "complete") return;
  await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}

/** A page of one build must not go on under the service worker of another. */
function reloadOnNewBuild() {
  let hadBuild = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (hadBuild) location.reload();
    hadBuild = true;
  });
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  // Kept during an earlier visit: this one has only begun, nothing is lost by moving now.
  if (registration.waiting && navigator.serviceWorker.controller) return move(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
    });
  });
  return undefined;
}

/** @param {ServiceWorker} worker */
const move = (worker) => worker.postMessage("move");

/** @param {ServiceWorker} worker which has kept a new build and waits */
function offer(worker) {
  if (document.querySelector(".dl-update")) return;
  const button = make("button", { type: "button", class: "md-button" }, "Show it");
  button.addEventListener("click", () => move(worker));
  document.body.append(
    make("div", { class: "dl-update", role: "status" }, "There is a new edition of this site. ", button),
  );
}
