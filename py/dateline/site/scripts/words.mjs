// Folding of words, the same as `dateline.text.fold`: no case, no diacritics.

/** @type {Record<string, string>} Letters that Unicode does not take apart. */
const BASE = { ø: "o", đ: "d", ł: "l", ı: "i", ħ: "h", ŧ: "t", ð: "d" };
/** @type {Record<string, string>} */
const PAIRS = { ß: "ss", æ: "ae", œ: "oe", þ: "th" };
const LETTERS = { ...BASE, ...PAIRS };

/** @param {string} text */
export function fold(text) {
  const bare = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.replace(/[øđłıħŧðßæœþ]/g, (letter) => LETTERS[letter]);
}

/**
 * @param {string} text
 * @returns {string[]} folded words
 */
export const words = (text) => fold(text).split(/[^\p{L}\p{N}_]+/u).filter(Boolean);

/** @param {string} word whether it is written without spaces between words */
export const isUnspaced = (word) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word);
