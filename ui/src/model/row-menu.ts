// The entries of a row's menu in Sessions; for several selected rows, those that apply to all.

import type { SessionRow } from '../backend';
import { type CopyChoice, copyEntries } from './copy';
import type { MenuEntry } from './menu';
import { primaryText } from './session-text';
import { inSameAccount } from './watch';
import { t } from '../words/words.svelte';

export type RowDeed =
  | { is: 'renew' }
  | { is: 'copy'; choice: CopyChoice }
  | { is: 'watch'; profiles: string[]; value: boolean }
  | { is: 'edit' }
  | { is: 'diagnose' }
  | { is: 'choose' };

type Entry = MenuEntry<RowDeed>;

const RENEWS = (row: SessionRow) => row.renewable === 'silent' || row.renewable === 'mfa';

/** The row's own button, in words. */
function renewEntry(row: SessionRow): Entry[] {
  const text = primaryText(row);
  return text === null ? [] : [{ text, value: { is: 'renew' } }];
}

function copyMenu(row: SessionRow): Entry {
  const entries = copyEntries(row).map((entry): Entry =>
    'heading' in entry ? entry : { ...entry, value: { is: 'copy', choice: entry.value } },
  );
  return { text: t('tray-copy'), entries };
}

function accountEntry(row: SessionRow, all: readonly SessionRow[]): Entry[] {
  const others = inSameAccount(all, row).filter(({ watched }) => !watched);
  if (row.account === null || others.length < 2) return [];
  const profiles = others.map(({ profile }) => profile);
  return [
    {
      text: t('window-watch-account', { count: profiles.length }),
      hint: row.account,
      value: { is: 'watch', profiles, value: true },
    },
  ];
}

function ofOne(row: SessionRow, all: readonly SessionRow[]): Entry[] {
  const profiles = [row.profile];
  return [
    ...renewEntry(row),
    copyMenu(row),
    row.watched
      ? { text: t('window-stop-watching'), value: { is: 'watch', profiles, value: false } }
      : { text: t('window-watch'), value: { is: 'watch', profiles, value: true } },
    ...accountEntry(row, all),
    { text: t('window-edit-profile'), value: { is: 'edit' } },
    { text: t('window-diagnose-it'), value: { is: 'diagnose' } },
    { text: t('window-choose-watched'), value: { is: 'choose' } },
  ];
}

function ofSeveral(rows: readonly SessionRow[]): Entry[] {
  const renewable = rows.filter(RENEWS).length;
  const off = rows.filter(({ watched }) => !watched).map(({ profile }) => profile);
  const on = rows.filter(({ watched }) => watched).map(({ profile }) => profile);
  const entries: Entry[] = [];
  if (renewable > 0) {
    entries.push({ text: t('window-renew-count', { count: renewable }), value: { is: 'renew' } });
  }
  if (off.length > 0) {
    entries.push({
      text: t('window-watch-count', { count: off.length }),
      value: { is: 'watch', profiles: off, value: true },
    });
  }
  if (on.length > 0) {
    entries.push({
      text: t('window-stop-watching-count', { count: on.length }),
      value: { is: 'watch', profiles: on, value: false },
    });
  }
  return [...entries, { text: t('window-choose-watched'), value: { is: 'choose' } }];
}

export function rowMenu(rows: readonly SessionRow[], all: readonly SessionRow[]): Entry[] {
  const [row, ...others] = rows;
  if (!row) return [];
  return others.length === 0 ? ofOne(row, all) : ofSeveral(rows);
}
