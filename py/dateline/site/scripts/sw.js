// Keeps one build of the site on the reader's machine and answers from it.
//
// Every file is kept with the hash that the build gave it: what arrives with another hash (a server
// in the middle of an upload, a proxy's old copy) is refused, and the old build goes on whole. A new
// build waits until no page of the old one is open, or until a page says "move" and all reload.

/** @type {Record<string, string>} path below the scope -> first 16 hex digits of its sha256 */
const FILES = /* files */ {};
const BUILD = "/* build */";
// Folder of the archive's pieces below the scope; empty where the archive is one of FILES. A piece
// is kept when it is first asked for. The folder is named by the archive's hash, so what is in it
// never changes.
const PIECES = "/* pieces */";

const SCOPE = self.registration.scope;
const PREFIX = `dateline:${SCOPE}:`;
const NAME = PREFIX + BUILD;
const KEPT_PIECES = PREFIX + PIECES;
const HASH = "X-Dateline-Hash";
// As many as a browser has connections to one host; more would only wait.
const AT_ONCE = 6;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener("message", ({ data }) => {
  if (data === "move") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  if (PIECES && request.url.startsWith(SCOPE + PIECES)) {
    event.respondWith(piece(event));
    return;
  }
  const path = keptPath(request.url);
  if (path !== null) event.respondWith(fromBuild(path, request));
  else if (request.mode === "navigate") event.respondWith(fromNetwork(request));
});

/** @param {string} url */
function keptPath(url) {
  const { pathname } = new URL(url);
  const path = decodeURIComponent(pathname.slice(new URL(SCOPE).pathname.length));
  const candidates = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path];
  return candidates.find((candidate) => candidate in FILES) ?? null;
}

/**
 * @param {string} path
 * @param {Request} request
 */
async function fromBuild(path, request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(SCOPE + encodeURI(path));
  // The browser may drop a cache when the disk is full; the network is then all there is.
  return kept ?? fetch(request);
}

/** @param {FetchEvent} event that asks for a piece of the archive */
async function piece(event) {
  const { request } = event;
  const cache = await caches.open(KEPT_PIECES);
  const kept = await cache.match(request.url, { ignoreSearch: true });
  if (kept) return kept;
  const answer = await fetch(request);
  // Nobody waits for it to be kept; when there is no room left it is fetched again the next time.
  // What is asked for with "?keep" goes into a file of the reader's, and is not kept twice.
  if (answer.ok && !new URL(request.url).search) {
    event.waitUntil(cache.put(request.url, answer.clone()).catch(() => {}));
  }
  return answer;
}

/** @param {Request} request for a page that is not kept */
async function fromNetwork(request) {
  try {
    return await fetch(request);
  } catch {
    const text = "This page is not kept on your machine, and there is no connection to its server.";
    return new Response(text, { status: 503, headers: { "Content-Type": "text/plain" } });
  }
}

async function keepAll() {
  const cache = await caches.open(NAME);
  const old = await olderCaches();
  const paths = Object.keys(FILES);
  const line = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      await keep(cache, old, path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
}

/**
 * @param {Cache} cache
 * @param {Cache[]} old
 * @param {string} path
 */
async function keep(cache, old, path) {
  const url = SCOPE + encodeURI(path);
  for (const other of [cache, ...old]) {
    const kept = await other.match(url);
    if (kept?.headers.get(HASH) === FILES[path]) {
      if (other !== cache) await cache.put(url, kept);
      return;
    }
  }
  await cache.put(url, await load(url, path));
}

/**
 * @param {string} url
 * @param {string} path
 */
async function load(url, path) {
  const answer = await fetch(url, { cache: "no-cache", redirect: "error" });
  if (!answer.ok) throw new Error(`${path}: the server answered ${answer.status}`);
  const body = await answer.arrayBuffer();
  if ((await digest(body)) !== FILES[path]) throw new Error(`${path}: of another build`);
  // Made anew: the body is no longer encoded as the server's headers say.
  const type = answer.headers.get("Content-Type") ?? "application/octet-stream";
  return new Response(body, { headers: { "Content-Type": type, [HASH]: FILES[path] } });
}

/** @param {ArrayBuffer} body */
async function digest(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const olderNames = async () =>
  (await caches.keys()).filter(
    (name) => name.startsWith(PREFIX) && name !== NAME && name !== KEPT_PIECES,
  );

const olderCaches = async () => Promise.all((await olderNames()).map((name) => caches.open(name)));

const forgetOthers = async () =>
  Promise.all((await olderNames()).map((name) => caches.delete(name)));
