// The second clock: when a person is next needed for a session, and for what.

import type { NeedKind, SessionRow } from '../../backend';
import { isOnDemand } from '../../model/ring';
import { duration, timeOfDay } from '../../words/times';
import { t } from '../../words/words.svelte';

export interface NeedText {
  title: string;
  lines: string[];
  urgent: boolean;
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

export function needText(row: SessionRow, now: number): NeedText {
  if (row.need === null) {
    const lines = isEndless(row) ? [] : [t('window-no-person')];
    return { title: t('window-never'), lines, urgent: false };
  }
  const what =
    row.need === 'keys' ? t('window-new-keys-at', { place: row.place }) : t(FOR[row.need]);
  if (row.humanDeadline === null || row.humanDeadline <= now) {
    const urgent = row.group === 'needs_you';
    return { title: urgent ? t('window-now') : t('window-to-begin'), lines: [what], urgent };
  }
  const by = t('window-by', { time: timeOfDay(row.humanDeadline, now) });
  const urgent = row.group === 'needs_you';
  return { title: duration(row.humanDeadline - now), lines: [by, what], urgent };
}
