// The worker of the instant index: loads it, tells the page, answers.
// A classic worker, because lunr is a classic script.

/* global lunr, importScripts */

importScripts("../lunr/lunr.min.js");

const here = new URL("../", self.location.href);

async function load() {
  const [index, content] = await Promise.all([
    import("./instant_index.mjs"),
    fetch(new URL("instant.json", here), { cache: "no-cache" }).then((answer) => {
      if (!answer.ok) throw new Error(`instant.json: the server answered ${answer.status}`);
      return answer.json();
    }),
  ]);
  index.load(content, lunr);
  return index;
}

const loading = load();

loading.then(
  () => postMessage({ loaded: true }),
  (error) => postMessage({ loaded: false, error: String(error) }),
);

addEventListener("message", async ({ data: { number, request } }) => {
  const index = await loading.catch(() => null);
  postMessage({ number, answer: index && answer(index, request) });
});

/**
 * @param {typeof import("./instant_index.mjs")} index
 * @param {any} request
 */
function answer(index, request) {
  if (request.do === "suggest") return index.suggest(request.text, request.limit);
  if (request.do === "name") return index.nameOf(request.id);
  return index.search(request, lunr);
}
