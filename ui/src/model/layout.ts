// Computes which items of a long list are in the document.

/** Where each item begins; the last entry is the height of all. */
export function offsets(heights: readonly number[]): Float64Array {
  const begins = new Float64Array(heights.length + 1);
  heights.forEach((height, place) => {
    begins[place + 1] = (begins[place] ?? 0) + height;
  });
  return begins;
}

/** The item at a distance from the top. */
export function itemAt(begins: Float64Array, distance: number): number {
  let low = 0;
  let high = begins.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Places to draw: what is visible, some more each side, and the one that has the focus. */
export function drawn(
  begins: Float64Array,
  top: number,
  height: number,
  more: number,
  always: number | null,
): number[] {
  const count = begins.length - 1;
  if (count === 0) return [];
  const first = Math.max(0, itemAt(begins, top) - more);
  const last = Math.min(count - 1, itemAt(begins, top + height) + more);
  const places = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  if (always !== null && always >= 0 && always < count) {
    if (always < first) places.unshift(always);
    else if (always > last) places.push(always);
  }
  return places;
}

/** A letter of a row's title, in rem, rather too wide than too narrow; those of East Asia are square. */
const LETTER = 0.54;
const CAPITAL = 0.68;
const WIDE = 0.8;
const SQUARE = 0.9;

function roomOf(letter: string): number {
  if (letter >= '\u2e80') return SQUARE;
  if (/[mwMW@%]/.test(letter)) return WIDE;
  return /[A-Z]/.test(letter) ? CAPITAL : LETTER;
}

/** The room that the longest of these names would take in a row, in rem. */
export function roomOfNames(names: readonly string[]): number {
  let most = 0;
  for (const name of names) {
    // Where even squares would be no wider, nobody counts.
    if (name.length * SQUARE <= most) continue;
    let room = 0;
    for (const letter of name) room += roomOf(letter);
    most = Math.max(most, room);
  }
  return most;
}
