// The entries of a row's menu in Profiles.

import type { SessionRow } from '../backend';
import { t } from '../words/words.svelte';
import type { MenuEntry } from './menu';
import type { ProfileItem } from './profile-list';
import { primaryOf, sessionText } from './session-text';

export type ProfileDeed =
  'edit' | 'session' | 'paste' | 'duplicate' | 'diagnose' | 'delete' | 'discard';

type Entry = MenuEntry<ProfileDeed>;

/** What is in no file yet can be gone on with, or dropped. */
function ofUnwritten(): Entry[] {
  return [
    { text: t('window-profiles-edit'), value: 'edit' },
    { text: t('window-profiles-discard'), value: 'discard' },
  ];
}

function ofSession(row: SessionRow | null): Entry[] {
  const text = row && primaryOf(row) !== 'paste_keys' ? sessionText(row) : null;
  return text === null ? [] : [{ text, value: 'session' }];
}

/** `stored`: it is in a file. `row`: its session, where it is a profile that has one. */
export function profileMenu(item: ProfileItem, stored: boolean, row: SessionRow | null): Entry[] {
  if (!stored) return ofUnwritten();
  const edit: Entry = { text: t('window-profiles-edit'), value: 'edit' };
  const remove: Entry = { text: t('window-profiles-delete'), value: 'delete' };
  if (item.type !== 'profile') return [edit, remove];
  return [
    edit,
    ...ofSession(row),
    ...(item.kind === 'temporary_keys'
      ? [{ text: t('window-profiles-paste-keys'), value: 'paste' as const }]
      : []),
    { text: t('window-profiles-duplicate'), value: 'duplicate' },
    { text: t('window-diagnose-it'), value: 'diagnose' },
    remove,
  ];
}
