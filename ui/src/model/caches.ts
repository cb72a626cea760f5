// The table of cache files: order, selection, and the cost of removing them.

import type { CacheRow, Consequence } from '../backend';
import { compareNames } from './names';
import { searcher } from './search';

export type CacheColumn = 'owner' | 'kind' | 'expires' | 'size' | 'file';
export interface CacheOrder {
  column: CacheColumn;
  down: boolean;
}

const compare: Record<CacheColumn, (a: CacheRow, b: CacheRow) => number> = {
  owner: (a, b) => compareNames(a.profiles[0] ?? '\uffff', b.profiles[0] ?? '\uffff'),
  kind: (a, b) => compareNames(a.kind, b.kind),
  expires: (a, b) => (a.expiresAt ?? Number.MAX_VALUE) - (b.expiresAt ?? Number.MAX_VALUE),
  size: (a, b) => a.bytes - b.bytes,
  file: (a, b) => compareNames(a.shown, b.shown),
};

export function sortedCaches(rows: readonly CacheRow[], order: CacheOrder): CacheRow[] {
  const sign = order.down ? -1 : 1;
  return [...rows].sort(
    (a, b) => sign * compare[order.column](a, b) || compareNames(a.shown, b.shown),
  );
}

export const filteredCaches = searcher<CacheRow>((row) => ({
  name: row.profiles[0] ?? row.shown,
  others: [...row.profiles, row.shown, row.kind, row.device?.serialNumber ?? ''],
}));

export function removable(row: CacheRow): boolean {
  return row.consequence !== 'not_ours';
}

export interface Cost {
  files: CacheRow[];
  bytes: number;
  counts: Record<Consequence, number>;
  /** Whose sessions they are. */
  profiles: Record<Consequence, string[]>;
  /** Whether anybody would notice: then it is asked about first. */
  asks: boolean;
}

export function costOf(rows: readonly CacheRow[]): Cost {
  const files = rows.filter(removable);
  const counts = { nothing: 0, renewed_at_next_use: 0, needs_you: 0, not_ours: 0 };
  for (const row of files) counts[row.consequence] += 1;
  const profilesOf = (consequence: Consequence) => {
    const all = files
      .filter((row) => row.consequence === consequence)
      .flatMap((row) => row.profiles);
    return [...new Set(all)];
  };
  return {
    files,
    bytes: files.reduce((sum, row) => sum + row.bytes, 0),
    counts,
    profiles: {
      nothing: profilesOf('nothing'),
      renewed_at_next_use: profilesOf('renewed_at_next_use'),
      needs_you: profilesOf('needs_you'),
      not_ours: [],
    },
    asks: counts.renewed_at_next_use + counts.needs_you > 0,
  };
}
