// An invented day: what renews itself did so each hour, one renewal failed, one was asked for.

import type { Moment, SessionRow } from '..';
import type { Moment as Now } from './clock';
import { problem } from './words';

const HOURS = [1, 2, 3, 4, 5, 6, 7];

export function day(rows: readonly SessionRow[], { after }: Now, language: string): Moment[] {
  if (rows.length === 0) return [];
  const silent = rows.filter((row) => row.watched && row.renewsAt !== null);
  const renewed = HOURS.flatMap((hour): Moment[] =>
    silent.map((row, place) => ({
      at: after(-60 * hour + 42 + 3 * place),
      what: 'renewed_silently',
      profiles: [row.profile],
      reason: null,
    })),
  );
  const endpoint = 'https://sts.eu-west-1.amazonaws.com';
  const reason = problem(language, 'network', { endpoint, detail: 'timed out' }).brief;
  const other: Moment[] = [
    { at: after(-250), what: 'failed', profiles: ['project1', 'billing'], reason },
    { at: after(-56), what: 'renewed', profiles: ['prod-admin'], reason: null },
  ];
  const now: Moment[] = rows.flatMap(({ profile, progress }) =>
    progress === 'renewed'
      ? [{ at: after(-1), what: 'renewed', profiles: [profile], reason: null }]
      : [],
  );
  return [...renewed, ...other, ...now]
    .filter(({ at }) => at < after(0))
    .sort((a, b) => a.at - b.at);
}
