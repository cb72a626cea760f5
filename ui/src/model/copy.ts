// The entries of the menu "Copy". Rust fills the clipboard: no secret passes through here.

import type { Action, CopyWhat, SessionRow, Shell } from '../backend';
import { t } from '../words/words.svelte';

export interface CopyChoice {
  action: Action;
  /** What a toast says. */
  done: string;
}
export type CopyEntry = { heading: string } | { text: string; hint?: string; value: CopyChoice };

const KEY_SHELLS: readonly [Shell, string][] = [
  ['bash', 'bash, zsh'],
  ['fish', 'fish'],
  ['powershell', 'PowerShell'],
  ['cmd', 'cmd'],
];

export function copyEntries(row: SessionRow): CopyEntry[] {
  const { profile } = row;
  // How a shell must see any other name is decided in Rust.
  const shown = /^[\w.@+/-]+$/.test(profile) ? profile : '…';
  const plain = (what: CopyWhat, text: string, hint?: string): CopyEntry => ({
    text,
    ...(hint === undefined ? {} : { hint }),
    value: { action: { do: 'copy', profile, what }, done: t('window-copied', { what: text }) },
  });
  const entries = [
    plain('name', t('window-copy-name')),
    plain('argument', t('window-copy-argument'), `--profile ${shown}`),
    plain('export', t('window-copy-export'), `export AWS_PROFILE=${shown}`),
    plain('renew_command', t('window-copy-renew-command'), `sandglass renew ${shown}`),
    plain('credential_process', t('window-copy-process'), 'credential_process = …'),
  ];
  return hasKeys(row) ? [...entries, ...keyEntries(profile)] : entries;
}

/** Whether there may be keys to copy. Rust has the last word. */
function hasKeys(row: SessionRow): boolean {
  return row.state !== 'broken' && row.state !== 'signed_out' && row.kind !== 'none';
}

function keyEntries(profile: string): CopyEntry[] {
  const entries = KEY_SHELLS.map(([shell, text]): CopyEntry => {
    const done = t('window-copied-keys', { shell: text });
    return { text, value: { action: { do: 'copy_keys', profile, shell }, done } };
  });
  return [{ heading: t('window-copy-keys') }, ...entries];
}
