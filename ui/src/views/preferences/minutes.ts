// Parses minutes as people type them.

/** A whole number from 1; undefined: it is none. Rust knows the highest. */
export function wholeMinutes(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

/** One or two thresholds after a change of one of them, the longest first. */
export function noticeMinutes(
  now: readonly number[],
  place: 0 | 1,
  given: number | null,
): number[] {
  const other = now[place === 0 ? 1 : 0];
  const all = [given, other].filter((value) => value !== null && value !== undefined);
  return [...new Set(all)].sort((a, b) => b - a);
}
