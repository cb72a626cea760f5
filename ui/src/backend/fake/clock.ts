// Invented data tells times from the moment the page was loaded.

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface Moment {
  now: number;
  after(minutes: number): number;
}

export function moment(): Moment {
  const now = Date.now();
  // Half a minute more, so that "42 min" stays 42 min while a test looks.
  return { now, after: (minutes) => now + minutes * MINUTE + MINUTE / 2 };
}
