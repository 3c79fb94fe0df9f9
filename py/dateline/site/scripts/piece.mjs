// One piece of a large archive, as bytes of the file.

/** @typedef {import("./site.mjs").Shards} Shards */

/**
 * @param {Shards} shards
 * @param {number} number
 * @param {(path: string) => Promise<Response>} get fetches a path relative to `assets/dateline/`
 */
export async function getPiece({ folder, size, each }, number, get) {
  const answer = await get(`${folder}/${number}.gz`);
  const sent = await answer.arrayBuffer();
  // Some servers declare what is gzipped as encoded on the way; the browser has then undone it.
  if (sent.byteLength === Math.min(each, size - number * each)) return new Uint8Array(sent);
  const whole = new Blob([sent]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(whole).arrayBuffer());
}
