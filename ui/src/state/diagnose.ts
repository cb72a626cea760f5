// Starts a diagnosis from anywhere and reports its result.

import type { Diagnosed } from '../backend';
import { t } from '../words/words.svelte';
import type { WindowState } from './window.svelte';

/** Goes to the view and looks at a profile; null: at what a plain `aws` command uses. */
export function diagnose(win: WindowState, profile: string | null): Promise<void> {
  win.place = 'diagnose';
  return tell(win, win.doctor.choose(profile));
}

/** Says to screen readers what a check found. */
export async function tell(
  win: WindowState,
  check: Promise<Diagnosed | null>,
  fixed = false,
): Promise<void> {
  const found = await check;
  if (found) {
    const verdict = found.verdict.title.replaceAll('`', '');
    const said = { verdict };
    win.say(fixed ? t('window-diagnose-said-fixed', said) : t('window-diagnose-said', said));
  } else if (win.doctor.failure) win.say(win.doctor.failure.message);
}
