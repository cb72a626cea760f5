// The day around now: past and coming events, joined where they would touch on a line.

import type { HistoryRow, Moment, MomentKind, NeedKind, SessionRow } from '../backend';

const HOUR = 3_600_000;
/** A working day ahead, and what led to now. */
const BEHIND = 8 * HOUR;
const AHEAD = 16 * HOUR;

/** The sooner it stands here, the more it weighs: of several in one place the first is drawn. */
const WEIGHT = [
  'failed',
  'needed',
  'expires',
  'renewed',
  'renewed_silently',
  'renews',
] as const satisfies readonly (MomentKind | 'needed' | 'expires' | 'renews')[];

export type What = (typeof WEIGHT)[number];

export interface Entry {
  at: number;
  what: What;
  profiles: readonly string[];
  /** What a person must bring. */
  need: NeedKind | null;
  reason: string | null;
}

export interface Mark {
  /** From the line's begin, in px. */
  x: number;
  what: What;
  entries: readonly Entry[];
}

export interface Span {
  from: number;
  to: number;
}

/** `part` of it where there is less room. */
export function spanAround(now: number, part = 1): Span {
  return { from: now - BEHIND * part, to: now + AHEAD * part };
}

export const HOURS_AHEAD = AHEAD / HOUR;

export function happened(moments: readonly Moment[]): Entry[] {
  return moments.map(({ at, what, profiles, reason }) => ({
    at,
    what,
    profiles,
    reason,
    need: null,
  }));
}

/** The history of one profile. */
export function happenedTo(profile: string, history: readonly HistoryRow[]): Entry[] {
  const known = (what: string): what is MomentKind =>
    what === 'renewed' || what === 'renewed_silently' || what === 'failed';
  return history.flatMap(({ at, what, reason }): Entry[] =>
    known(what) ? [{ at, what, profiles: [profile], reason, need: null }] : [],
  );
}

/** What is to come for a profile: it renews itself, and in the end a person is needed or it is over. */
function aheadOf(row: SessionRow, now: number): Entry[] {
  const entry = (at: number | null, what: What, need: NeedKind | null = null): Entry[] =>
    at !== null && at > now ? [{ at, what, need, profiles: [row.profile], reason: null }] : [];
  const renews = entry(row.renewsAt, 'renews');
  if (row.need !== null) {
    return [...renews, ...entry(row.humanDeadline ?? row.expiresAt, 'needed', row.need)];
  }
  return renews.length > 0 ? renews : entry(row.expiresAt, 'expires');
}

/** What is to come for some profiles; what a minute brings to several is one. */
export function ahead(rows: readonly SessionRow[], now: number): Entry[] {
  const joined = new Map<string, Entry>();
  for (const entry of rows.flatMap((row) => aheadOf(row, now))) {
    const key = `${Math.floor(entry.at / 60_000)} ${entry.what} ${entry.need ?? ''}`;
    const known = joined.get(key);
    if (!known) joined.set(key, entry);
    else {
      const at = Math.min(known.at, entry.at);
      joined.set(key, { ...known, at, profiles: [...known.profiles, ...entry.profiles] });
    }
  }
  return [...joined.values()];
}

/** What is within the span, in the order of time. */
export function within(entries: readonly Entry[], { from, to }: Span): Entry[] {
  return entries.filter(({ at }) => at >= from && at <= to).sort((a, b) => a.at - b.at);
}

export function place(at: number, { from, to }: Span, width: number): number {
  return ((at - from) / (to - from)) * width;
}

function markOf(entries: readonly Entry[], span: Span, width: number): Mark {
  const what = WEIGHT.find((one) => entries.some((entry) => entry.what === one)) ?? 'renewed';
  const heaviest = entries.find((entry) => entry.what === what);
  return { x: place(heaviest?.at ?? span.from, span, width), what, entries };
}

/** Marks on a line of `width`; what would stand closer than `apart` is one. `entries` are in order. */
export function marks(entries: readonly Entry[], span: Span, width: number, apart: number): Mark[] {
  const found: Mark[] = [];
  for (const entry of entries) {
    let last = markOf([entry], span, width);
    // A mark of several stands where its heaviest does, which may be too close to the one before.
    for (let before = found.at(-1); before && last.x - before.x < apart; before = found.at(-1)) {
      found.pop();
      last = markOf([...before.entries, ...last.entries], span, width);
    }
    found.push(last);
  }
  return found;
}

/** How many renewals, failures and so on stand behind a mark. */
export function countOf(mark: Mark): number {
  return mark.entries.reduce((count, entry) => count + entry.profiles.length, 0);
}

/** Whole hours on the line, as close as their labels allow. */
export function hours({ from, to }: Span, width: number, apart: number): number[] {
  const steps = [1, 2, 3, 4, 6, 12, 24];
  const all = (to - from) / HOUR;
  const step = steps.find((one) => (width / all) * one >= apart) ?? 24;
  const found: number[] = [];
  const first = new Date(from);
  first.setMinutes(0, 0, 0);
  // By the clock on the wall, over its change between summer and winter too.
  for (const at = first; at.getTime() <= to; at.setHours(at.getHours() + 1)) {
    if (at.getTime() >= from && at.getHours() % step === 0) found.push(at.getTime());
  }
  return found;
}
