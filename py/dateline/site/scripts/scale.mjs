// The time axis of the strip: days to pixels, and which days to write below it.

import { isoDay } from "./dates.mjs";

/** @typedef {{first: number, last: number}} Window days that are in view, both included */

// Closer than a fortnight there is nothing more to see, wider than this nothing to tell apart.
export const NARROWEST = 14;
const WIDEST = 365 * 400;
// A date below the axis needs about this much room.
const TICK_PIXELS = 84;

/** Steps between ticks, in months. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const MONTH_DAYS = 30.44;

/**
 * @param {{first: number, last: number}[]} rows
 * @returns {Window} all of them with a little air
 */
export function around(rows) {
  if (!rows.length) return { first: 0, last: NARROWEST };
  let first = Infinity;
  let last = -Infinity;
  for (const row of rows) {
    first = Math.min(first, row.first);
    last = Math.max(last, row.last);
  }
  const air = Math.max((last - first) * 0.02, NARROWEST / 2);
  return { first: Math.floor(first - air), last: Math.ceil(last + air) };
}

// Tukey's far fence: beyond three times the middle half of the days, one lies by itself.
const FAR = 3;

/**
 * @param {{first: number, last: number}[]} rows
 * @returns {Window} the days that most rows are about: a look back by a century is left out
 */
export function core(rows) {
  const days = rows.map((row) => row.first).sort((a, b) => a - b);
  const low = days[Math.floor(days.length / 4)];
  const high = days[Math.floor((days.length * 3) / 4)];
  const reach = FAR * Math.max(high - low, NARROWEST);
  return around(rows.filter((row) => row.first >= low - reach && row.last <= high + reach));
}

/**
 * @param {Window} view
 * @param {number} factor below 1 comes closer
 * @param {number} centre day that stays where it is
 * @returns {Window}
 */
export function zoomed(view, factor, centre) {
  const length = view.last - view.first;
  const next = Math.min(Math.max(length * factor, NARROWEST), WIDEST);
  const share = (centre - view.first) / length;
  return { first: centre - next * share, last: centre + next * (1 - share) };
}

/**
 * @param {Window} view
 * @param {number} share of the view's length; below 0 goes back in time
 * @returns {Window}
 */
export function moved(view, share) {
  const days = (view.last - view.first) * share;
  return { first: view.first + days, last: view.last + days };
}

/**
 * @param {Window} view
 * @param {number} width pixels
 */
export const toPixels = (view, width) => (/** @type {number} */ day) =>
  ((day - view.first) / (view.last - view.first)) * width;

/**
 * @param {Window} view
 * @param {number} width pixels
 */
export const toDay = (view, width) => (/** @type {number} */ pixel) =>
  view.first + (pixel / width) * (view.last - view.first);

/**
 * @param {Window} view
 * @param {number} width pixels
 * @returns {{day: number, text: string}[]}
 */
export function ticks(view, width) {
  const months = (view.last - view.first) / MONTH_DAYS;
  const most = Math.max(Math.floor(width / TICK_PIXELS), 1);
  const step = STEPS.find((candidate) => months / candidate <= most) ?? STEPS[STEPS.length - 1];
  const found = [];
  const start = new Date(Math.floor(view.first) * 86_400_000);
  let month = start.getUTCFullYear() * 12 + start.getUTCMonth();
  month -= ((month % step) + step) % step;
  for (; found.length <= most + 1; month += step) {
    const day = Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / 86_400_000;
    if (day > view.last) break;
    if (day >= view.first) found.push({ day, text: isoDay(day).slice(0, step < 12 ? 7 : 4) });
  }
  return found;
}
