// Applies patches from Rust, and picks what of them a screen reader should announce.

import type { SessionRow, WindowPatch, WindowView } from '../backend';

/** The view after a patch. Rows that did not change stay the same objects. */
export function applyPatch(view: WindowView, patch: WindowPatch): WindowView {
  return {
    ...view,
    app: patch.app ?? view.app,
    sessions: patchedRows(view.sessions, patch.sessions, patch.order),
    caches: patch.caches ?? view.caches,
    preferences: patch.preferences ?? view.preferences,
  };
}

export function patchedRows(
  rows: SessionRow[],
  news: SessionRow[],
  order: string[] | null,
): SessionRow[] {
  if (news.length === 0 && !order) return rows;
  const changed = new Map(news.map((row) => [row.profile, row]));
  if (!order) return rows.map((row) => changed.get(row.profile) ?? row);
  const before = new Map(rows.map((row) => [row.profile, row]));
  return order.flatMap((profile) => {
    const row = changed.get(profile) ?? before.get(profile);
    return row ? [row] : [];
  });
}

export type Announcement =
  | { what: 'renewed'; row: SessionRow }
  | { what: 'failed'; row: SessionRow }
  | { what: 'needs_you'; row: SessionRow };

/** What a screen reader should say about changed rows: outcomes, never progress or minutes. */
export function announcements(before: SessionRow[], patch: WindowPatch): Announcement[] {
  if (patch.sessions.length === 0) return [];
  const old = new Map(before.map((row) => [row.profile, row]));
  return patch.sessions.flatMap((row): Announcement[] => {
    const was = old.get(row.profile);
    if (!was) return [];
    if (row.progress === 'renewed' && was.progress !== 'renewed') return [{ what: 'renewed', row }];
    if (was.progress === 'renewing' && !row.progress && row.failure)
      return [{ what: 'failed', row }];
    if (row.group === 'needs_you' && was.group !== 'needs_you') return [{ what: 'needs_you', row }];
    return [];
  });
}

/** Who is selected after a change: the same, else who took its place. */
export function keepSelection(
  before: readonly string[],
  after: readonly string[],
  selected: string | null,
): string | null {
  if (selected === null || after.includes(selected)) return selected;
  const place = before.indexOf(selected);
  if (place < 0) return after[0] ?? null;
  return after[Math.min(place, after.length - 1)] ?? null;
}
