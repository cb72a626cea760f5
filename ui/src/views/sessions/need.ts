// The second clock: when a session next needs a person, and for what.

import type { NeedKind, SessionRow } from '../../backend';
import { isOnDemand } from '../../model/ring';
import { timeLeft, timeOfDay } from '../../words/times';
import { t } from '../../words/words.svelte';

export interface NeedText {
  title: string;
  lines: string[];
  urgent: boolean;
  /** Finding out what is wrong is what is needed. */
  diagnose?: boolean;
}

const FOR: Record<NeedKind, string> = {
  click: 'window-for-click',
  mfa: 'window-for-mfa',
  sign_in: 'window-for-sign-in',
  keys: 'window-for-keys',
};

/** Nothing of it runs out, and so nobody has to look after it. */
function isEndless(row: SessionRow): boolean {
  return row.state === 'no_expiry' || row.state === 'none' || isOnDemand(row);
}

/** What is said while nobody is needed now. */
function later(row: SessionRow, now: number): NeedText {
  // A file that cannot be read stops it: that is said above, once for all.
  if (row.state === 'broken') return { title: row.failure?.brief ?? '', lines: [], urgent: false };
  if (row.need === null) {
    const lines = isEndless(row) ? [] : [t('window-no-person')];
    return { title: t('window-never'), lines, urgent: false };
  }
  const what = whatFor(row, row.need);
  if (row.humanDeadline === null || row.humanDeadline <= now) {
    return { title: t('window-to-begin'), lines: [what], urgent: false };
  }
  const by = t('window-by', { time: timeOfDay(row.humanDeadline, now) });
  return { title: timeLeft(row.humanDeadline - now), lines: [by, what], urgent: false };
}

function whatFor(row: SessionRow, need: NeedKind): string {
  return need === 'keys' ? t('window-new-keys-at', { place: row.place }) : t(FOR[need]);
}

export function needText(row: SessionRow, now: number): NeedText {
  switch (row.attention) {
    case null:
      return later(row, now);
    case 'fix': {
      const lines = row.failure ? [row.failure.brief] : [];
      return { title: t('window-now'), lines, urgent: true, diagnose: true };
    }
    case 'over':
      return { title: t('window-now'), lines: [t('window-renewals-wait')], urgent: true };
    case 'bring': {
      const soon = later(row, now);
      const ahead = row.humanDeadline !== null && row.humanDeadline > now;
      return { ...soon, title: ahead ? soon.title : t('window-now'), urgent: true };
    }
  }
}
