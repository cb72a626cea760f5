// The items of a menu, and where it opens.

import type { IconName } from '../parts/icons';

export type MenuEntry<T> =
  | { heading: string }
  | { text: string; hint?: string; icon?: IconName; value: T; checked?: boolean }
  /** Opens a menu of its own. */
  | { text: string; entries: readonly MenuEntry<T>[] };

/** What a menu opens at: a button, an entry, a point. In pixels of the window. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Place {
  left: number;
  top: number;
  /** No more than the window has. */
  maxHeight: number;
}

const EDGE = 8;
const GAP = 4;

function within(start: number, size: number, whole: number): number {
  return Math.max(EDGE, Math.min(start, whole - size - EDGE));
}

/** Below or above a box: where it was wished for if it fits there, else where there is more room. */
export function dropped(
  box: Box,
  size: { width: number; height: number },
  whole: { width: number; height: number },
  up: boolean,
): Place {
  const above = box.top - GAP - EDGE;
  const below = whole.height - box.bottom - GAP - EDGE;
  const goesUp = up ? above >= size.height || above >= below : below < size.height && above > below;
  const maxHeight = Math.max(0, goesUp ? above : below);
  const height = Math.min(size.height, maxHeight);
  const top = goesUp ? box.top - GAP - height : box.bottom + GAP;
  return { left: within(box.left, size.width, whole.width), top, maxHeight };
}

/** Beside a box, on the right where there is room, else on the left, else over it. */
export function beside(
  box: Box,
  size: { width: number; height: number },
  whole: { width: number; height: number },
): Place {
  const maxHeight = whole.height - 2 * EDGE;
  const right = box.right + size.width + EDGE <= whole.width;
  const left = right ? box.right : box.left - size.width;
  const top = within(box.top - GAP, Math.min(size.height, maxHeight), whole.height);
  return { left: within(left, size.width, whole.width), top, maxHeight };
}

/** The next entry that begins with what was typed, after the one at `at`; -1: none does. */
export function typedAhead(texts: readonly string[], at: number, typed: string): number {
  const begins = (place: number) => (texts[place] ?? '').toLowerCase().startsWith(typed);
  // One letter goes on to the next; more letters may still mean the entry that has the focus.
  const from = typed.length > 1 ? at : at + 1;
  for (let step = 0; step < texts.length; step += 1) {
    const place = (Math.max(0, from) + step) % texts.length;
    if (begins(place)) return place;
  }
  return -1;
}
