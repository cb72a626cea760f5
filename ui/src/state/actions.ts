// Actions that several places of the window share.

import type { CacheRow, SessionRow } from '../backend';
import { primaryOf } from '../model/session-text';
import { isolated } from '../words/bundles';
import { t } from '../words/words.svelte';
import type { WindowState } from './window.svelte';

/** The row's button, wherever it stands; a row without one says why. */
export async function renew(state: WindowState, row: SessionRow): Promise<void> {
  const { profile } = row;
  switch (primaryOf(row)) {
    case null:
      state.toasts.show(cannot(row));
      return;
    case 'sign_in':
      await state.act({ do: 'sign_in', profile });
      return;
    case 'cancel_sign_in':
      await state.act({ do: 'cancel_sign_in', profile });
      return;
    case 'copy_sign_in':
      await state.act({ do: 'copy_sign_in_command', profile }, t('window-copied-sign-in'));
      return;
    case 'paste_keys':
      await state.act({ do: 'paste_keys', profile });
      return;
    default:
      if (row.progress !== 'renewing') await state.act({ do: 'renew', profile });
  }
}

function cannot(row: SessionRow): string {
  const profile = isolated(row.profile);
  return row.failure?.message ?? t('window-nothing-to-renew', { profile });
}

/** Removes cache files and says what came of it. Whether all are gone. */
export async function clean(state: WindowState, rows: readonly CacheRow[]): Promise<boolean> {
  let gone = 0;
  const asked = await state.run(async () => {
    const { results, cleaning } = await state.backend.cleanCaches(rows.map((row) => row.file));
    const failures = results.flatMap(({ failure }) => failure ?? []);
    gone = results.length - failures.length;
    if (failures[0]) state.toasts.fail(failures[0]);
    sayCleaned(state, gone, cleaning);
  });
  return asked && gone === rows.length;
}

/** Says how many cache files went, and offers to take that back. */
export function sayCleaned(state: WindowState, count: number, cleaning: number | null): void {
  if (count === 0) return;
  const undo = cleaning === null ? null : () => void putBack(state, cleaning);
  state.toasts.show(() => t('window-cleaned', { count }), undo);
}

/** Takes a cleaning back and says what came of it. */
async function putBack(state: WindowState, cleaning: number): Promise<void> {
  await state.run(async () => {
    const { putBack: count, newer, failure } = await state.backend.putBackCaches(cleaning);
    if (failure) state.toasts.fail(failure);
    if (count === 0 && newer === 0) return;
    state.toasts.show(() => {
      const restored = t('window-caches-restored', { count });
      return newer > 0 ? `${restored} ${t('caches-newer', { count: newer })}` : restored;
    });
  });
}

/** Watches profiles, or no more, and offers to take that back. */
export async function watch(
  state: WindowState,
  profiles: readonly string[],
  value: boolean,
): Promise<boolean> {
  const changed = profiles.filter((profile) => state.row(profile)?.watched !== value);
  const set = (wanted: boolean) =>
    state.run(() =>
      state.backend.setPreference({ key: 'watchedThese', profiles: changed, value: wanted }),
    );
  if (changed.length === 0 || !(await set(value))) return false;
  const given = { count: changed.length, profile: isolated(changed[0] ?? '') };
  const told = () => (value ? t('window-now-watched', given) : t('window-not-watched-now', given));
  state.toasts.show(told, () => void set(!value));
  return true;
}
