// Where the marks of the strip stand: dots for days, bars for intervals, a profile for crowds.
// Pure arithmetic, so that ten thousand rows can be laid out anew for every frame.

import { toPixels } from "./scale.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./scale.mjs").Window} Window */

const HEIGHT = 150;
const AXIS = 104;
/** Room below the axis for its dates. */
export const TICKS = 22;
/** Width of a column of dots, and the height of one of them. */
export const DOT = 7;
const MOST_STACKED = Math.floor((AXIS - 8) / DOT);
/** An interval shorter than this is drawn as a dot. */
export const SHORTEST_BAR = 9;
const BAR_TOP = AXIS + 24;
const LINE = 6;
const LINES = 4;

/**
 * @typedef {object} Layout
 * @property {{x: number, y: number, row: Row}[]} dots centre of each
 * @property {{x: number, width: number, y: number, row: Row}[]} bars
 * @property {{x: number, y: number, height: number}[] | null} profile columns by their feet, when
 *   dots would not fit
 * @property {number} inView how many rows
 * @property {number} axis how far below the top
 * @property {number} height of it all
 * @property {{y: number, text: string}[]} names of the lanes
 */

/**
 * @param {Row[]} rows
 * @param {Window} view
 * @param {number} width pixels
 * @returns {Layout}
 */
export function layout(rows, view, width) {
  const pixel = toPixels(view, width);
  /** @type {Map<number, Row[]>} */
  const columns = new Map();
  const bars = [];
  let inView = 0;
  for (const row of rows) {
    if (row.last < view.first || row.first > view.last) continue;
    inView += 1;
    const from = pixel(row.first);
    const to = pixel(row.last);
    if (to - from >= SHORTEST_BAR) {
      const x = Math.max(from, 0);
      bars.push({ x, width: Math.min(to, width) - x, y: 0, row });
    } else {
      const column = Math.floor((from + to) / 2 / DOT);
      const stack = columns.get(column);
      if (stack) stack.push(row);
      else columns.set(column, [row]);
    }
  }
  const highest = Math.max(0, ...[...columns.values()].map((stack) => stack.length));
  const crowded = highest > MOST_STACKED;
  return {
    dots: crowded ? [] : stacked(columns),
    bars: inLines(bars),
    profile: crowded ? profile(columns, highest) : null,
    inView,
    axis: AXIS,
    height: HEIGHT,
    names: [],
  };
}

/** @param {Map<number, Row[]>} columns */
function stacked(columns) {
  return [...columns].flatMap(([column, stack]) =>
    stack.map((row, i) => ({ x: (column + 0.5) * DOT, y: AXIS - 6 - i * DOT, row })),
  );
}

/**
 * @param {Map<number, Row[]>} columns
 * @param {number} highest
 */
function profile(columns, highest) {
  return [...columns].map(([column, stack]) => ({
    x: column * DOT,
    y: AXIS,
    height: Math.max(2, (stack.length / highest) * (AXIS - 10)),
  }));
}

/**
 * Long intervals first, each in the first line with room; those that find none share the last.
 * @param {{x: number, width: number, y: number, row: Row}[]} bars
 */
function inLines(bars) {
  const lines = /** @type {[number, number][][]} */ (Array.from({ length: LINES }, () => []));
  bars.sort((a, b) => b.width - a.width || a.x - b.x);
  for (const bar of bars.slice(0, 400)) {
    const fits = lines.findIndex((line) =>
      line.every(([from, to]) => bar.x > to + 1 || bar.x + bar.width < from - 1),
    );
    const line = fits < 0 ? LINES - 1 : fits;
    lines[line].push([bar.x, bar.x + bar.width]);
    bar.y = BAR_TOP + line * LINE;
  }
  return bars.slice(0, 400);
}

/**
 * @param {Layout} drawn
 * @param {number} x
 * @param {number} y
 * @returns {Row | null} the row whose mark is at that point
 */
export function rowAt(drawn, x, y) {
  for (const bar of drawn.bars) {
    if (Math.abs(bar.y - y) < LINE / 2 + 1 && x >= bar.x && x <= bar.x + bar.width) return bar.row;
  }
  let nearest = null;
  let distance = DOT * DOT * 2;
  for (const dot of drawn.dots) {
    const apart = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    if (apart < distance) [nearest, distance] = [dot.row, apart];
  }
  return nearest;
}
