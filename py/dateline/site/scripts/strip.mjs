// The timeline as a drawing above the list. The list stays the text of it: whoever cannot see the
// drawing loses nothing, and its buttons and keys do what the pointer does.

import { bounds, dayNumber, isoDay, label } from "./dates.mjs";
import { make, makeSvg } from "./dom.mjs";
import { LANES } from "./query.mjs";
import { around, core, moved, NARROWEST, ticks, toDay, toPixels, zoomed } from "./scale.mjs";
import { listen } from "./strip_gestures.mjs";
import { layoutLanes } from "./strip_lanes.mjs";
import { DOT, layout, rowAt } from "./strip_layout.mjs";

/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./scale.mjs").Window} Window */
/** @typedef {import("./strip_lanes.mjs").Lane} Lane */

const STEP = 0.6;
const SHIFT = 0.25;

/**
 * @param {HTMLElement} place
 * @param {(from: string, to: string) => void} onRange ISO days, both empty for "any time"
 * @param {(row: Row) => void} onRow called when a mark was clicked
 * @param {(by: string) => void} onLanes called with what the lanes are to be of, if any
 */
export function createStrip(place, onRange, onRow, onLanes) {
  /** @type {Row[]} */
  let rows = [];
  /** @type {Lane[]} */
  let lanes = [];
  /** @type {Window} */
  let whole = { first: 0, last: NARROWEST };
  let view = whole;
  /** @type {[number, number] | null} days */
  let range = null;
  /** @type {[number, number] | null} pixels, while drawing with the pointer */
  let drag = null;
  let drawn = layout([], view, 1);
  let frame = 0;

  const svg = makeSvg("svg", { class: "dl-strip__drawing", tabindex: 0, role: "img" });
  const told = make("p", { class: "dl-strip__told", "aria-hidden": "true" });
  const clear = button("Any time", () => onRange("", ""));
  const choice = /** @type {HTMLSelectElement} */ (
    make(
      "select",
      { class: "dl-strip__button", "aria-label": "Lanes of the drawing" },
      ...[...LANES].map(([value, text]) => make("option", { value }, text)),
    )
  );
  choice.addEventListener("change", () => onLanes(choice.value));
  const tools = make(
    "div",
    { class: "dl-strip__tools", role: "group", "aria-label": "The drawing of the timeline" },
    button("Earlier", () => look(moved(view, -SHIFT))),
    button("Closer", () => zoom(STEP)),
    button("Wider", () => zoom(1 / STEP)),
    button("Later", () => look(moved(view, SHIFT))),
    button("Whole story", () => look(whole)),
    button("Only this time", () => onRange(isoDay(view.first), isoDay(view.last))),
    clear,
    choice,
  );
  place.replaceChildren(tools, /** @type {any} */ (svg), told);
  place.hidden = false;

  /**
   * @param {string} text
   * @param {() => void} action
   */
  function button(text, action) {
    const element = make("button", { type: "button", class: "dl-strip__button" }, text);
    element.addEventListener("click", action);
    return element;
  }

  /** @param {Window} next */
  function look(next) {
    view = next;
    redraw();
  }

  /**
   * @param {number} factor
   * @param {number} [x] pixel that stays where it is
   */
  function zoom(factor, x = width() / 2) {
    const next = zoomed(view, factor, toDay(view, width())(x));
    const isWider = next.last - next.first > whole.last - whole.first;
    const target = isWider ? whole : next;
    const changes = Math.abs(target.first - view.first) + Math.abs(target.last - view.last) > 0.01;
    look(target);
    return changes;
  }

  /** What is shown first: the chosen time with some of its surroundings, or the thick of it. */
  function opening() {
    if (!range) return core(rows);
    const air = Math.max((range[1] - range[0]) / 3, NARROWEST);
    return { first: range[0] - air, last: range[1] + air };
  }

  const width = () => Math.max(svg.clientWidth, 200);

  function redraw() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  }

  function draw() {
    const across = width();
    drawn = layout(rows, view, across);
    if (lanes.length) drawn = layoutLanes(lanes, drawn.inView, view, across);
    svg.setAttribute("viewBox", `0 0 ${across} ${drawn.height}`);
    svg.style.height = `${drawn.height}px`;
    svg.replaceChildren(
      ...selection(across),
      line("axis", 0, across, drawn.axis, drawn.axis),
      ...axis(across),
      ...marks(),
      ...names(across),
    );
    const days = `${label(isoDay(view.first))} to ${label(isoDay(view.last))}`;
    const which = `${drawn.inView} of ${rows.length} dated statements`;
    const bands = lanes.map(({ name, rows: those }) => `${name} ${those.length}`).join(", ");
    const inLanes = bands && ` In lanes: ${bands}.`;
    const text = `${which} from ${days}.${inLanes} The list below says the same in words.`;
    svg.setAttribute("aria-label", text);
    told.textContent = `${which}, ${days}`;
    clear.hidden = !range;
  }

  /** @param {number} across */
  function selection(across) {
    const pixel = toPixels(view, across);
    const ends = drag ?? (range && [pixel(range[0]), pixel(range[1] + 1)]);
    if (!ends) return [];
    const x = Math.max(Math.min(...ends), 0);
    const end = Math.min(Math.max(...ends), across);
    if (end <= x) return [];
    return [makeSvg("rect", { class: "dl-strip__range", x, y: 0, width: end - x, height: drawn.height })];
  }

  /**
   * @param {string} kind
   * @param {number} x1
   * @param {number} x2
   * @param {number} y1
   * @param {number} y2
   */
  const line = (kind, x1, x2, y1, y2) =>
    makeSvg("line", { class: `dl-strip__${kind}`, x1, x2, y1, y2 });

  /** @param {number} across */
  function names(across) {
    return drawn.names.flatMap(({ y, text }, i) => [
      ...(i ? [line("between", 0, across, y - 10, y - 10)] : []),
      makeSvg("text", { class: "dl-strip__lane", x: 4, y }, text),
    ]);
  }

  /** @param {number} across */
  function axis(across) {
    const pixel = toPixels(view, across);
    return ticks(view, across).flatMap(({ day, text }) => [
      line("tick", pixel(day), pixel(day), drawn.axis, drawn.axis + 5),
      makeSvg("text", { class: "dl-strip__date", x: pixel(day) + 2, y: drawn.axis + 16 }, text),
    ]);
  }

  /** All marks of one look are one path: a drawing of ten thousand is four elements. */
  function marks() {
    const parts = [];
    const columns = drawn.profile?.map(({ x, y, height }) => `M${x} ${y}v${-height}h${DOT - 1}v${height}z`);
    if (columns) parts.push(makeSvg("path", { class: "dl-strip__profile", d: columns.join("") }));
    for (const happened of [true, false]) {
      const look = happened ? "happened" : "expected";
      const dots = drawn.dots.filter(({ row }) => (row.modality === "happened") === happened);
      const bars = drawn.bars.filter(({ row }) => (row.modality === "happened") === happened);
      const d = [
        ...dots.map(({ x, y }) => `M${x} ${y}h.01`),
        ...bars.map((bar) => `M${bar.x + 2} ${bar.y}h${Math.max(bar.width - 4, 0.01)}`),
      ];
      if (d.length) parts.push(makeSvg("path", { class: `dl-strip__marks dl-strip__marks--${look}`, d: d.join("") }));
    }
    return parts;
  }

  listen(svg, {
    onDrag(x1, x2) {
      drag = x1 === x2 ? null : [x1, x2];
      redraw();
    },
    onDrawn(x1, x2) {
      drag = null;
      const day = toDay(view, width());
      onRange(isoDay(day(x1)), isoDay(day(x2)));
    },
    onClick(x, y) {
      drag = null;
      const row = rowAt(drawn, x, y);
      if (row) onRow(row);
      redraw();
    },
    onHover(x, y) {
      const row = rowAt(drawn, x, y);
      svg.classList.toggle("dl-strip__drawing--hit", row !== null);
      if (row) told.textContent = row.text;
    },
    onZoom: zoom,
    onMove: (share) => look(moved(view, share)),
  });

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowLeft: () => look(moved(view, -SHIFT)),
    ArrowRight: () => look(moved(view, SHIFT)),
    "+": () => zoom(STEP),
    "=": () => zoom(STEP),
    "-": () => zoom(1 / STEP),
    Home: () => look(whole),
    Enter: () => onRange(isoDay(view.first), isoDay(view.last)),
    Escape: () => onRange("", ""),
  };
  svg.addEventListener("keydown", (event) => {
    if (!(event.key in keys) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  const observer = new ResizeObserver(redraw);
  observer.observe(svg);

  return {
    /**
     * @param {Row[]} next rows to draw, whatever the range
     * @param {string} from as filled in
     * @param {string} to
     * @param {{by: string, lanes: Lane[]} | null} [inLanes] the same rows in lanes; `null` where
     *   nobody can be asked for any
     */
    show(next, from, to, inLanes = null) {
      choice.hidden = !inLanes;
      choice.value = inLanes?.by ?? "";
      lanes = inLanes?.lanes ?? [];
      const first = bounds(from)?.[0];
      const last = bounds(to)?.[1];
      const before = whole;
      rows = next;
      whole = around(rows);
      range = first || last ? [first ? dayNumber(first) : whole.first, last ? dayNumber(last) : whole.last] : null;
      if (whole.first !== before.first || whole.last !== before.last) view = opening();
      redraw();
    },
    stop() {
      observer.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}
