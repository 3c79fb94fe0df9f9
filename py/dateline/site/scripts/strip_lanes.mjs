// The strip in lanes: a band for each person, place or question, one below the other.

import { toPixels } from "./scale.mjs";
import { DOT, SHORTEST_BAR, TICKS } from "./strip_layout.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./scale.mjs").Window} Window */
/** @typedef {import("./strip_layout.mjs").Layout} Layout */

/** @typedef {{name: string, rows: Row[]}} Lane */

const NAME = 13;
const MARKS = 17;
const BAND = NAME + MARKS + 4;
/** So many dots stand above each other in a band; beyond, all bands show how many there are. */
const MOST_STACKED = 2;
/** Pixels of a column of one: still to be seen beside the highest. */
const LEAST = 4;

/**
 * @param {Lane[]} lanes
 * @param {number} count how many different rows there are in view
 * @param {Window} view
 * @param {number} width pixels
 * @returns {Layout}
 */
export function layoutLanes(lanes, count, view, width) {
  const bands = lanes.map((lane, i) => ({ ...band(lane, view, width), base: (i + 1) * BAND - 4 }));
  const highest = Math.max(0, ...bands.map(({ columns }) => tallest(columns)));
  const crowded = highest > MOST_STACKED;
  const axis = lanes.length * BAND;
  return {
    dots: crowded ? [] : bands.flatMap(dots),
    bars: bands.flatMap(({ bars, base }) => bars.map((bar) => ({ ...bar, y: base - 2 }))),
    profile: crowded ? bands.flatMap((each) => profile(each, highest)) : null,
    inView: count,
    axis,
    height: axis + TICKS,
    names: lanes.map(({ name, rows }, i) => ({ y: i * BAND + NAME - 3, text: `${name} ${rows.length}` })),
  };
}

/**
 * @param {Lane} lane
 * @param {Window} view
 * @param {number} width
 */
function band({ rows }, view, width) {
  const pixel = toPixels(view, width);
  /** @type {Map<number, Row[]>} */
  const columns = new Map();
  const bars = [];
  for (const row of rows) {
    if (row.last < view.first || row.first > view.last) continue;
    const from = pixel(row.first);
    const to = pixel(row.last);
    if (to - from >= SHORTEST_BAR) {
      const x = Math.max(from, 0);
      bars.push({ x, width: Math.min(to, width) - x, row });
      continue;
    }
    const column = Math.floor((from + to) / 2 / DOT);
    const stack = columns.get(column);
    if (stack) stack.push(row);
    else columns.set(column, [row]);
  }
  return { columns, bars };
}

/** @param {Map<number, Row[]>} columns */
function tallest(columns) {
  let most = 0;
  for (const stack of columns.values()) most = Math.max(most, stack.length);
  return most;
}

/** @param {{columns: Map<number, Row[]>, base: number}} band */
function dots({ columns, base }) {
  return [...columns].flatMap(([column, stack]) =>
    stack.map((row, i) => ({ x: (column + 0.5) * DOT, y: base - 5 - i * DOT, row })),
  );
}

/**
 * @param {{columns: Map<number, Row[]>, base: number}} band
 * @param {number} highest
 */
function profile({ columns, base }, highest) {
  return [...columns].map(([column, stack]) => ({
    x: column * DOT,
    y: base,
    height: Math.max(LEAST, (stack.length / highest) * MARKS),
  }));
}
