// Geometry of a session's ring: the share that is left, and the mark in it.

import type { SessionRow } from '../backend';

export type Mark =
  'none' | 'needs' | 'bad' | 'endless' | 'demand' | 'unknown' | 'absent' | 'turning';
export interface RingShape {
  tone: 'ok' | 'warn' | 'bad' | 'quiet';
  mark: Mark;
  /** 0 to 1. */
  arc: number;
}

/** Sessions that are asked for at each use. */
export function isOnDemand(row: SessionRow): boolean {
  return (row.kind === 'process' || row.kind === 'host') && row.expiresAt === null;
}

/** The file that has to be fixed before anything can be said of the profile: it is that file's trouble, not its own. */
export function waitsFor(row: SessionRow): string | null {
  const { failure } = row;
  const isOfFile = failure?.code === 'file_unparsable' || failure?.code === 'file_unreadable';
  return row.state === 'broken' && isOfFile ? (failure.place?.file ?? null) : null;
}

function left(row: SessionRow, now: number): number {
  if (row.expiresAt === null) return 0;
  // Its beginning is not known: a whole ring says no share.
  if (row.beganAt === null || row.expiresAt <= row.beganAt) return row.expiresAt > now ? 1 : 0;
  const share = (row.expiresAt - now) / (row.expiresAt - row.beganAt);
  return Math.max(0, Math.min(1, share));
}

export function ringOf(row: SessionRow, now: number): RingShape {
  if (row.progress === 'renewing') return { tone: 'quiet', mark: 'turning', arc: 0.25 };
  if (waitsFor(row) !== null) return { tone: 'quiet', mark: 'absent', arc: 0 };
  switch (row.state) {
    case 'broken':
    case 'expired':
      return { tone: 'bad', mark: 'bad', arc: 0 };
    case 'expiring':
      return { tone: 'warn', mark: row.need ? 'needs' : 'none', arc: left(row, now) };
    case 'fresh':
      return { tone: 'ok', mark: 'none', arc: left(row, now) };
    case 'signed_out':
    case 'none':
      return { tone: 'quiet', mark: 'absent', arc: 0 };
    default:
      if (isOnDemand(row)) return { tone: 'quiet', mark: 'demand', arc: 0 };
      return { tone: 'quiet', mark: row.state === 'unknown' ? 'unknown' : 'endless', arc: 0 };
  }
}
