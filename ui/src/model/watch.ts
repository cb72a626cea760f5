// Watching several profiles: one change, and the one that takes it back.

import type { PreferenceChange, SessionRow } from '../backend';

export interface Step {
  change: PreferenceChange;
  /** What brings back what was. */
  inverse: PreferenceChange;
  /** How many profiles it changes. */
  count: number;
}

/** Null: it would change nothing. */
export function watching(
  rows: readonly SessionRow[],
  profiles: readonly string[],
  value: boolean,
): Step | null {
  const asked = new Set(profiles);
  const changed = rows
    .filter((row) => asked.has(row.profile) && row.watched !== value)
    .map((row) => row.profile);
  if (changed.length === 0) return null;
  return {
    change: { key: 'watchedThese', profiles: changed, value },
    inverse: { key: 'watchedThese', profiles: changed, value: !value },
    count: changed.length,
  };
}

/** Every profile of the same account; only itself where no account is known. */
export function inSameAccount(rows: readonly SessionRow[], row: SessionRow): SessionRow[] {
  if (row.account === null) return [row];
  return rows.filter((other) => other.account === row.account);
}
