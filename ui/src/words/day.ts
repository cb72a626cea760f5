// The text of an entry of the day.

import type { NeedKind } from '../backend';
import type { Entry, What } from '../model/day';
import { isolated } from './bundles';
import { timeOfDay } from './times';
import { t } from './words.svelte';

/** So many names are said; of more, how many they are. */
const NAMES = 3;

const WHAT: Record<Exclude<What, 'needed' | 'failed'>, string> = {
  renewed: 'window-day-renewed',
  renewed_silently: 'window-day-renewed-itself',
  renews: 'window-day-renews',
  expires: 'window-day-expires',
};

const NEED: Record<NeedKind, string> = {
  click: 'window-day-click',
  mfa: 'window-day-mfa',
  sign_in: 'window-day-sign-in',
  keys: 'window-day-keys',
};

function names(profiles: readonly string[]): string {
  const rest = profiles.length - NAMES;
  const said = profiles
    .slice(0, rest === 1 ? NAMES + 1 : NAMES)
    .map(isolated)
    .join(', ');
  return rest > 1 ? `${said} ${t('tray-and-more', { count: rest })}` : said;
}

/** "Renewed: project1, billing". */
export function entryText(entry: Entry): string {
  const profiles = names(entry.profiles);
  if (entry.what === 'failed') {
    return t('window-day-failed', { profiles, reason: entry.reason ?? '' });
  }
  if (entry.what === 'needed') return t(NEED[entry.need ?? 'click'], { profiles });
  return t(WHAT[entry.what], { profiles });
}

/** "14:05 Renewed: project1, billing". */
export function timedText(entry: Entry, now: number): string {
  return `${timeOfDay(entry.at, now)}  ${entryText(entry)}`;
}
