// The worker of the instant index: loads it, tells the page, answers.

import lunr from "lunr";

import * as index from "./instant_index.mjs";

async function load() {
  const address = new URL("../instant.json", self.location.href);
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`instant.json: the server answered ${answer.status}`);
  index.load(await answer.json(), lunr);
  return true;
}

const loading = load();

loading.then(
  () => postMessage({ loaded: true }),
  (error) => postMessage({ loaded: false, error: String(error) }),
);

addEventListener("message", async ({ data: { number, request } }) => {
  const isLoaded = await loading.catch(() => false);
  postMessage({ number, answer: isLoaded ? answer(request) : null });
});

/** @param {any} request */
function answer(request) {
  if (request.do === "suggest") return index.suggest(request.text, request.limit, request.kinds);
  if (request.do === "values") return index.valuesOf(request.field);
  if (request.do === "name") return index.nameOf(request.id);
  return index.search(request, lunr);
}
