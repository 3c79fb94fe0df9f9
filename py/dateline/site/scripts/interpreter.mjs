// What PyScript is told to load as "Pyodide". It re-exports the real one with three differences:
// the standard library is the site's cut and compiled one (PyScript passes no `stdLibURL`), the
// package lock is empty (no package is ever installed, and the real lock names a host that is not
// this site), and the reader's files are fetched while the interpreter starts, not after.
//
// Python gets a module `dateline_pieces`: `renew()` tells that a question begins, `await fetch()`
// fetches what reading the archive for it lacked, and says whether it lacked anything.

import { loadPyodide as load, version } from "../pyodide/pyodide.mjs";

export { version };

// The page waits for this before it lets its theme run.
const channel = new BroadcastChannel("dateline");
channel.postMessage("begun");
channel.close();

const BUNDLE = "/dateline.zip";
const ARCHIVE = "/archive.sqlite";
const NO_PACKAGES = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
  packages: {},
};

/** @param {string} path relative to the site's `assets/dateline/` */
const asset = (path) => new URL(`../${path}`, import.meta.url).href;

/**
 * @param {string} path relative to `assets/dateline/`
 * @param {RequestCache} [cache]
 */
async function get(path, cache = "default") {
  const answer = await fetch(asset(path), { cache });
  if (!answer.ok) throw new Error(`${path}: the server answered ${answer.status}`);
  return answer;
}

/**
 * The archive of the build that the site has now; its hash keeps an old copy from being used.
 * @typedef {{renew: () => void, fetch: () => boolean | Promise<boolean>}} Fetching
 * @returns {Promise<{mount: (FS: any) => void, fetching: Fetching}>}
 */
async function getArchive() {
  const site = await (await get("site.json", "no-cache")).json();
  if (site.shards) {
    const { ArchiveFile } = await import("./archive_file.mjs");
    const root = new URL("../../../", import.meta.url).href;
    const archive = new ArchiveFile(site.shards, root, get);
    await archive.begin();
    const fetching = { renew: () => archive.renew(), fetch: () => archive.fetch() };
    return { mount: (FS) => archive.mount(FS, ARCHIVE), fetching };
  }
  const answer = await get(`${site.archive}?v=${site.archive_sha256.slice(0, 16)}`);
  const whole = new Uint8Array(await answer.arrayBuffer());
  // canOwn: the buffer becomes the file, nothing is copied into the heap.
  const mount = (/** @type {any} */ FS) => FS.writeFile(ARCHIVE, whole, { canOwn: true });
  return { mount, fetching: { renew: () => {}, fetch: () => false } };
}

/**
 * Pyodide only warns when its WebAssembly cannot be had or compiled, and then waits for ever.
 * @returns {Promise<never>} rejects as soon as that has happened
 */
function failureOfWebAssembly() {
  return new Promise((_, reject) => {
    for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
      const original = /** @type {Function} */ (WebAssembly[name]);
      /** @type {any} */ (WebAssembly)[name] = async (/** @type {any[]} */ ...input) => {
        try {
          return await original.apply(WebAssembly, input);
        } catch (error) {
          reject(error);
          throw error;
        }
      };
    }
  });
}

/** @param {Record<string, unknown>} options what PyScript asks for */
export async function loadPyodide(options) {
  const files = Promise.all([
    get("python/bundle.zip").then((answer) => answer.arrayBuffer()),
    getArchive(),
  ]);
  files.catch(() => {}); // awaited below; a rejection before that is not an unhandled one
  const failure = failureOfWebAssembly();
  const loading = load({
    ...options,
    indexURL: asset("pyodide/"),
    packageBaseUrl: asset("pyodide/"),
    stdLibURL: asset("python/stdlib.zip"),
    lockFileContents: JSON.stringify(NO_PACKAGES),
  });
  const python = await Promise.race([loading, failure]);
  const [bundle, archive] = await files;
  python.FS.writeFile(BUNDLE, new Uint8Array(bundle), { canOwn: true });
  archive.mount(python.FS);
  python.registerJsModule("dateline_pieces", archive.fetching);
  return python;
}
