// Zooms with Ctrl and the mouse wheel, as Ctrl + and − do.

import type { Zoom } from '../backend';

/** A notch of a wheel; a touch pad tells many small ones. */
const NOTCH = 100;
/** In lines, as some mice count. */
const LINE = 34;

/** How far the wheel was turned so far, in notches that are whole. */
export class Wheel {
  #turned = 0;

  turn(delta: number, mode: number): Zoom | null {
    const pixels = mode === WheelEvent.DOM_DELTA_PIXEL ? delta : delta * LINE;
    // The other way begins anew.
    if (Math.sign(pixels) !== Math.sign(this.#turned)) this.#turned = 0;
    this.#turned += pixels;
    if (Math.abs(this.#turned) < NOTCH) return null;
    this.#turned = 0;
    return pixels < 0 ? 'in' : 'out';
  }
}

/** Call it once a page; the answer ends it. */
export function zoomByWheel(zoom: (how: Zoom) => void): () => void {
  const wheel = new Wheel();
  const turned = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const how = wheel.turn(event.deltaY, event.deltaMode);
    if (how) zoom(how);
  };
  window.addEventListener('wheel', turned, { passive: false });
  return () => {
    window.removeEventListener('wheel', turned);
  };
}
