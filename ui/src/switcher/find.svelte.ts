// The state of the quick switcher: its rows, and one renewal followed to its end.

import {
  type Action,
  type Backend,
  type SessionRow,
  type SwitcherMessage,
  type SwitcherView,
  type ProblemText,
  problemTextOf,
} from '../backend';
import { patchedRows } from '../model/patch';
import { needsDiagnosis, primaryOf } from '../model/session-text';
import { Clock } from '../state/clock.svelte';
import { tellDrawn } from '../state/drawn';
import { isolated } from '../words/bundles';
import { timeOfDay } from '../words/times';
import { setLanguage, setTimeFormat, t } from '../words/words.svelte';

/** So long an outcome is shown before the box goes. */
const SHOWN = 700;

/** What Enter does with a row. */
export type Enter =
  'renew' | 'sign_in' | 'cancel_sign_in' | 'copy_sign_in' | 'paste_keys' | 'diagnose' | 'copy';

export function enterOf(row: SessionRow): Enter {
  const primary = primaryOf(row);
  if (primary === 'sign_in' || primary === 'cancel_sign_in' || primary === 'copy_sign_in')
    return primary;
  // Keys that still work are wanted as they are.
  if (primary === 'paste_keys' && row.attention !== null) return 'paste_keys';
  if (primary === 'renew' || primary === 'renew_ask') return 'renew';
  return needsDiagnosis(row) ? 'diagnose' : 'copy';
}

export class Find {
  view = $state.raw<SwitcherView | null>(null);
  failure = $state.raw<ProblemText | null>(null);
  /** Why the renewal that was asked for here did not work. */
  refused = $state.raw<SessionRow | null>(null);
  /** Whose renewal is waited for. */
  waiting = $state<string | null>(null);
  /** What was just done. */
  said = $state('');
  readonly clock = new Clock();
  readonly #backend: Backend;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Loads the rows and follows them. The answer ends that. */
  async open(): Promise<() => void> {
    const end = await this.#backend.onSwitcher((message) => {
      this.#hear(message);
    });
    try {
      this.#show(await this.#backend.switcherView());
      void tellDrawn(this.#backend);
    } catch (error) {
      this.failure = problemTextOf(error);
    }
    return () => {
      clearTimeout(this.#leaving);
      end();
    };
  }

  #show(view: SwitcherView): void {
    setLanguage(view.language);
    setTimeFormat(view.timeFormat);
    document.title = t('tray-switcher-title');
    this.view = view;
  }

  #hear(message: SwitcherMessage): void {
    if ('view' in message) this.#show(message.view);
    else if (this.view) {
      const { rows, order } = message.patch;
      this.clock.look();
      this.view = { ...this.view, rows: patchedRows(this.view.rows, rows, order) };
      for (const row of rows) this.#outcome(row);
    }
  }

  /** What a new row says about the renewal that is waited for. */
  #outcome(row: SessionRow): void {
    if (row.profile !== this.waiting || row.progress === 'renewing') return;
    this.waiting = null;
    if (row.progress === 'renewed') {
      const profile = isolated(row.profile);
      this.#leave(
        row.expiresAt === null
          ? t('window-said-renewed', { profile })
          : t('window-said-renewed-until', {
              profile,
              time: timeOfDay(row.expiresAt, this.clock.now),
            }),
      );
    } else if (row.failure) {
      clearTimeout(this.#leaving);
      this.said = '';
      this.refused = row;
    }
  }

  /** Says what was done, and goes. */
  #leave(said: string): void {
    this.said = said;
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => void this.close(), SHOWN);
  }

  async #act(action: Action): Promise<boolean> {
    // What comes next is about this: an earlier "Copied" closes nothing any more.
    clearTimeout(this.#leaving);
    this.failure = null;
    this.refused = null;
    try {
      await this.#backend.act(action);
      return true;
    } catch (error) {
      this.failure = problemTextOf(error);
      return false;
    }
  }

  /** What Enter does. */
  async enter(row: SessionRow): Promise<void> {
    const { profile } = row;
    switch (enterOf(row)) {
      case 'renew':
        await this.#renew(row);
        break;
      case 'sign_in':
        // The browser comes to the front.
        if (await this.#act({ do: 'sign_in', profile })) await this.close();
        break;
      case 'cancel_sign_in':
        await this.#act({ do: 'cancel_sign_in', profile });
        break;
      case 'copy_sign_in':
        if (await this.#act({ do: 'copy_sign_in_command', profile }))
          this.#leave(t('window-copied-sign-in'));
        break;
      case 'paste_keys':
        if (await this.#act({ do: 'paste_keys', profile })) await this.close();
        break;
      case 'diagnose':
        await this.diagnose(row);
        break;
      case 'copy':
        await this.copy(row);
    }
  }

  async #renew(row: SessionRow): Promise<void> {
    const { profile } = row;
    const asks = row.renewable === 'mfa';
    // Its first news may come before the command is answered.
    if (!asks) {
      this.waiting = profile;
      this.said = t('window-find-renewing', { profile: isolated(profile) });
    }
    const sent = row.progress === 'renewing' || (await this.#act({ do: 'renew', profile }));
    if (!sent) {
      this.waiting = null;
      this.said = '';
    } else if (asks) await this.close();
  }

  async copy({ profile }: SessionRow): Promise<void> {
    const copied = await this.#act({ do: 'copy', profile, what: 'export' });
    if (copied) this.#leave(t('window-copied', { what: t('window-copy-export') }));
  }

  async copyKeys(row: SessionRow): Promise<void> {
    const { profile } = row;
    const shell = this.view?.shell;
    if (shell === undefined) return;
    // That they cannot be copied shows as the row's failure.
    this.waiting = profile;
    if (await this.#act({ do: 'copy_keys', profile, shell }))
      this.#leave(t('window-copied-keys', { shell }));
  }

  async diagnose({ profile }: SessionRow): Promise<void> {
    if (await this.#act({ do: 'diagnose', profile })) await this.close();
  }

  async close(): Promise<void> {
    clearTimeout(this.#leaving);
    try {
      await this.#backend.closeSwitcher();
    } catch (error) {
      this.failure = problemTextOf(error);
    }
  }
}
