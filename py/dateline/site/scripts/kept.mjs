// A whole large archive as one file on the reader's machine, in the private file system that the
// browser gives every site (OPFS). There SQLite reads it as it would any file: nothing is fetched,
// nothing is unpacked, nothing stays in memory.
//
// Sites of one host share that file system, so each has a folder of its own. The file is named by
// the archive's hash: what an older build left is never read. It grows from its beginning piece by
// piece, so its length tells how far it has come, and it can be gone on with after a break.

/** @typedef {import("./site.mjs").Shards} Shards */

/** Whether this browser has such files. */
export const canKeep = () => "getDirectory" in (navigator.storage ?? {});

/** @param {Shards} shards */
const nameOf = ({ folder }) => `${folder.slice(folder.lastIndexOf("/") + 1)}.sqlite`;

/** @param {string} root of the site */
const folderOf = (root) => `dateline ${encodeURIComponent(new URL(root).pathname)}`;

/**
 * @param {Shards} shards
 * @param {string} root
 * @returns {Promise<FileSystemFileHandle | null>} nothing where none was begun
 */
async function file(shards, root) {
  if (!canKeep()) return null;
  try {
    const home = await navigator.storage.getDirectory();
    return await (await home.getDirectoryHandle(folderOf(root))).getFileHandle(nameOf(shards));
  } catch {
    return null; // nothing kept, or kept from us
  }
}

/**
 * @param {Shards} shards
 * @param {string} root
 * @returns {Promise<number>} bytes that are here, from the first
 */
export async function keptBytes(shards, root) {
  const found = await file(shards, root);
  return found ? (await found.getFile()).size : 0;
}

/**
 * The file for reading, in a worker; several tabs may read it at once.
 * @param {Shards} shards
 * @param {string} root
 * @returns {Promise<Readable | null>} nothing where not all of it is here
 */
export async function openKept(shards, root) {
  const found = await file(shards, root);
  const whole = await found?.getFile();
  if (!found || !whole || whole.size !== shards.size) return null;
  try {
    return await /** @type {any} */ (found).createSyncAccessHandle({ mode: "read-only" });
  } catch {
    // Firefox and Safari let one tab at a time have such a handle. The others read more slowly.
    return new Snapshot(whole);
  }
}

/**
 * What is asked of a kept file: the part of `FileSystemSyncAccessHandle` that reads.
 * @typedef {{
 *   read: (target: Uint8Array, from: {at: number}) => number,
 *   close: () => void,
 * }} Readable
 */

/** The kept file as a blob; nobody else is kept from it. */
class Snapshot {
  /** @param {File} whole */
  constructor(whole) {
    this.whole = whole;
    this.reader = new /** @type {any} */ (globalThis).FileReaderSync();
  }

  /**
   * @param {Uint8Array} target
   * @param {{at: number}} from
   */
  read(target, { at }) {
    const bytes = new Uint8Array(
      this.reader.readAsArrayBuffer(this.whole.slice(at, at + target.length)),
    );
    target.set(bytes);
    return bytes.length;
  }

  close() {}
}

/**
 * The file for going on with, in a worker.
 * @param {Shards} shards
 * @param {string} root
 */
export async function growKept(shards, root) {
  const home = await navigator.storage.getDirectory();
  const folder = await home.getDirectoryHandle(folderOf(root), { create: true });
  const grown = await folder.getFileHandle(nameOf(shards), { create: true });
  return /** @type {any} */ (grown).createSyncAccessHandle();
}

/**
 * Deletes what older builds of the site left.
 * @param {Shards} shards
 * @param {string} root
 */
export async function forgetOlder(shards, root) {
  if (!canKeep()) return;
  const home = await navigator.storage.getDirectory();
  const folder = await home.getDirectoryHandle(folderOf(root)).catch(() => null);
  if (!folder) return;
  for await (const name of /** @type {any} */ (folder).keys()) {
    // What another tab still reads stays until the next visit.
    if (name !== nameOf(shards)) await folder.removeEntry(name).catch(() => {});
  }
}

/** @param {string} root */
export async function forgetKept(root) {
  if (!canKeep()) return;
  const home = await navigator.storage.getDirectory();
  await home.removeEntry(folderOf(root), { recursive: true }).catch((error) => {
    if (error.name !== "NotFoundError") throw error;
  });
}
