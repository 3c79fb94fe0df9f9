// Where the site is, and what this build of it consists of.

/** The site's root: this is put into `assets/dateline/js/dateline.mjs` below it. */
export const ROOT = new URL("../../../", import.meta.url);

/**
 * How a large archive is cut into pieces (`dateline.site.shards`).
 * @typedef {object} Shards
 * @property {string} folder of the pieces, relative to `assets/dateline/`
 * @property {number} size of the whole file in bytes
 * @property {number} each bytes of every piece but the last
 * @property {number} sent bytes of all pieces together, gzipped
 * @property {number[]} needed numbers of the pieces that everything needs
 */

/**
 * @typedef {object} Site
 * @property {string} build
 * @property {string} archive path relative to `assets/dateline/`
 * @property {string} archive_sha256
 * @property {boolean} directory_urls `people/a/`, not `people/a.html`
 * @property {boolean} offline whether there is a service worker
 * @property {Shards | null} shards nothing where the archive is sent whole
 */

/** @type {Site | undefined} */
let site;
/** @type {Promise<Site> | undefined} */
let asking;

async function load() {
  const answer = await fetch(asset("site.json"), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`site.json: the server answered ${answer.status}`);
  site = await answer.json();
  return /** @type {Site} */ (site);
}

/** @returns {Promise<Site>} what `site.json` says; asked for once, and again after a failure */
export function siteInfo() {
  asking ??= load().catch((error) => {
    asking = undefined;
    throw error;
  });
  return asking;
}

/**
 * @param {string} path of a file, relative to the site's root, without a leading slash
 * @returns {string} absolute address
 */
export const address = (path) => new URL(path, ROOT).href;

/**
 * @param {string} path relative to `assets/dateline/`
 * @returns {string} absolute address
 */
export const asset = (path) => new URL(`assets/dateline/${path}`, ROOT).href;

/**
 * The address of a page such as `people/a/` or `articles/b/#s3`, in the kind of URL the site uses.
 * Whoever links has awaited `siteInfo` before.
 * @param {string} path relative to the site's root
 */
export function pageAddress(path) {
  if (!site || site.directory_urls) return address(path);
  return address(path.replace(/\/(?=#|$)/, ".html"));
}
