// Actions on one row, or on several selected ones.

import type { SessionRow } from '../backend';
import { t } from '../words/words.svelte';
import { renew } from './actions';
import type { WindowState } from './window.svelte';

/** Those that can be renewed here. */
export function renewable(rows: readonly SessionRow[]): SessionRow[] {
  return rows.filter(({ renewable: how }) => how === 'silent' || how === 'mfa');
}

export async function renewThese(win: WindowState, rows: readonly SessionRow[]): Promise<void> {
  const [first, ...others] = rows;
  if (!first) return;
  if (others.length === 0) return renew(win, first);
  const profiles = renewable(rows).map(({ profile }) => profile);
  if (profiles.length > 0) await win.act({ do: 'renew_these', profiles });
}

/** What is on the clipboard after Ctrl+C: the line that makes a shell use the profile. */
export async function copyExport(win: WindowState, profile: string): Promise<void> {
  const done = t('window-copied', { what: t('window-copy-export') });
  await win.act({ do: 'copy', profile, what: 'export' }, done);
}
