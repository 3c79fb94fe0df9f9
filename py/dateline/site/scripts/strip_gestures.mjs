// Pointers on the strip: drag to choose a time, wheel and two fingers to come closer.

/**
 * @typedef {object} Gestures
 * @property {(x1: number, x2: number) => void} onDrag while a time is being drawn
 * @property {(x1: number, x2: number) => void} onDrawn
 * @property {(x: number, y: number) => void} onClick without a drag
 * @property {(x: number, y: number) => void} onHover
 * @property {(factor: number, x: number) => boolean} onZoom whether there was anything left to do
 * @property {(share: number) => void} onMove
 */

// Less is a click by an unsteady hand.
const DRAG_PIXELS = 5;
const WHEEL_FACTOR = 1.0018;

/**
 * @param {SVGElement} svg
 * @param {Gestures} gestures
 */
export function listen(svg, gestures) {
  /** @type {Map<number, number>} id of each finger or pen -> x */
  const down = new Map();
  let begun = 0;
  let apart = 0;

  /** @param {{clientX: number, clientY: number}} event */
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width };
  };
  const spread = () => {
    const [one, other] = [...down.values()];
    return Math.max(Math.abs(one - other), 1);
  };

  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const { x } = at(event);
    down.set(event.pointerId, x);
    svg.setPointerCapture(event.pointerId);
    if (down.size === 1) begun = x;
    else apart = spread();
  });
  svg.addEventListener("pointermove", (event) => {
    const { x, y } = at(event);
    if (!down.has(event.pointerId)) return gestures.onHover(x, y);
    down.set(event.pointerId, x);
    if (down.size === 1) return gestures.onDrag(begun, x);
    const now = spread();
    const middle = [...down.values()].reduce((sum, each) => sum + each, 0) / down.size;
    gestures.onZoom(apart / now, middle);
    apart = now;
    return undefined;
  });
  svg.addEventListener("pointerup", (event) => {
    const { x, y } = at(event);
    const wasOne = down.size === 1 && down.delete(event.pointerId);
    down.delete(event.pointerId);
    if (!wasOne) return;
    if (Math.abs(x - begun) < DRAG_PIXELS) gestures.onClick(x, y);
    else gestures.onDrawn(Math.min(begun, x), Math.max(begun, x));
  });
  svg.addEventListener("pointercancel", (event) => {
    down.delete(event.pointerId);
    gestures.onDrag(0, 0);
  });
  svg.addEventListener(
    "wheel",
    (event) => {
      const { x, width } = at(event);
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        gestures.onMove(event.deltaX / width);
        event.preventDefault();
      } else if (gestures.onZoom(WHEEL_FACTOR ** event.deltaY, x)) {
        event.preventDefault(); // at either end the page scrolls on
      }
    },
    { passive: false },
  );
}
