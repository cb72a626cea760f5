// Groups of profiles that are watched together.

import type { SessionRow } from '../backend';

/** Every profile of the same account; only itself where no account is known. */
export function inSameAccount(rows: readonly SessionRow[], row: SessionRow): SessionRow[] {
  if (row.account === null) return [row];
  return rows.filter((other) => other.account === row.account);
}
