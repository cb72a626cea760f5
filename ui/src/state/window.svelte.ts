// The window's content, kept up to date by patches from Rust.

import { createContext } from 'svelte';

import {
  type Action,
  type Backend,
  type Errand,
  type SessionRow,
  type WindowPatch,
  type WindowView,
  type ProblemText,
  problemTextOf,
} from '../backend';
import { alone, type Choice, NOTHING } from '../model/choice';
import { type Announcement, announcements, applyPatch } from '../model/patch';
import type { ViewName } from '../views/names';
import { isolated } from '../words/bundles';
import { timeOfDay } from '../words/times';
import { setLanguage, setTimeFormat, t } from '../words/words.svelte';
import { Clock } from './clock.svelte';
import { diagnose, tell } from './diagnose';
import { Doctor, type Ground } from './doctor.svelte';
import { InPlace } from './in-place.svelte';
import { setTheme } from './theme';
import { Toasts } from './toasts.svelte';

/** A patch while the first view is on its way makes that view stale; this often it is asked for. */
const MOST_LOADS = 5;

export class WindowState {
  view = $state.raw<WindowView | null>(null);
  failure = $state.raw<ProblemText | null>(null);
  /** The first picture is on the screen: what it did without follows. */
  drawn = $state(true);
  /** Which of the views is on the screen. */
  place = $state<ViewName>('sessions');
  /** What a click outside of the window asks of a view, until that view took it. */
  errand = $state.raw<Errand | null>(null);
  /** What is asked or shown over everything. */
  dialog = $state<'shortcuts' | 'choose' | null>(null);
  /** The rows that are chosen: the same in Sessions and Profiles. */
  choice = $state.raw<Choice>(NOTHING);
  /** The profile whose form is to be shown, until that view took it. */
  edited = $state<string | null>(null);
  /** The last thing for screen readers to say. */
  spoken = $state('');
  readonly clock = new Clock();
  readonly toasts = new Toasts();
  readonly inPlace = new InPlace();
  readonly backend: Backend;
  readonly doctor: Doctor;
  #patches = 0;
  /** Asked for at once: it is on its way while the page is being built. */
  #first: Promise<WindowView> | null;

  constructor(backend: Backend) {
    this.backend = this.inPlace.before(backend);
    this.doctor = new Doctor(this.backend);
    this.#first = backend.windowView();
    // Whoever loads hears of the failure.
    this.#first.catch(() => undefined);
  }

  /** Loads the view and follows it. The answer ends that. */
  async open(): Promise<() => void> {
    const end = await this.backend.onPatch((patch) => {
      this.#patches += 1;
      if (this.view) this.#patch(patch);
      else if (this.failure) void this.load();
    });
    const deaf = await this.backend.onErrand((errand) => {
      this.#send(errand);
    });
    await this.load();
    return () => {
      end();
      deaf();
    };
  }

  /** Goes where the errand leads; the view that is shown there takes it when it is ready. */
  #send(errand: Errand): void {
    if (errand.is === 'diagnose') {
      void diagnose(this, errand.profile);
      return;
    }
    if (errand.is === 'choose') {
      this.place = 'sessions';
      this.dialog = 'choose';
      return;
    }
    this.errand = errand;
    this.place = errand.is === 'pasteKeys' ? 'profiles' : 'sessions';
  }

  /** The errand, where it is of this kind: once. */
  take<Is extends Errand['is']>(is: Is): Extract<Errand, { is: Is }> | null {
    const { errand } = this;
    if (errand?.is !== is) return null;
    this.errand = null;
    return errand as Extract<Errand, { is: Is }>;
  }

  async load(): Promise<void> {
    try {
      for (let load = 0; load < MOST_LOADS; load += 1) {
        const before = this.#patches;
        const asked = this.#first ?? this.backend.windowView();
        this.#first = null;
        const view = await asked;
        if (this.#patches > before && load < MOST_LOADS - 1) continue;
        this.failure = null;
        this.#show(view);
        break;
      }
    } catch (error) {
      this.failure = problemTextOf(error);
    }
  }

  get selected(): string | null {
    return this.choice.at;
  }

  /** This profile, and no other. */
  select(profile: string): void {
    this.choice = alone(profile);
  }

  /** Shows a profile's form. */
  edit(profile: string): void {
    this.select(profile);
    this.edited = profile;
    this.place = 'profiles';
  }

  #show(view: WindowView): void {
    const known = view.sessions.some(({ profile }) => profile === view.selected);
    if (!this.view && view.selected !== null && known) this.select(view.selected);
    if (this.view && this.view.app.language !== view.app.language) this.toasts.changeLanguage();
    setLanguage(view.app.language);
    setTimeFormat(view.app.clock);
    setTheme(view.preferences.theme.value);
    this.view = view;
    this.doctor.follow(groundOf(view));
  }

  #patch(patch: WindowPatch): void {
    if (!this.view) return;
    const said = announcements(this.view.sessions, patch);
    this.clock.look();
    this.#show(applyPatch(this.view, patch));
    if (said.length > 0) this.say(sentence(said, this.clock.now));
    const renewed = said.filter(({ what }) => what === 'renewed').map(({ row }) => row.profile);
    if (this.doctor.fixedBy(renewed)) void tell(this, this.doctor.check(), true);
  }

  say(text: string): void {
    // The same sentence twice is said twice: the region must change.
    this.spoken = this.spoken === text ? `${text}\u00a0` : text;
  }

  row(profile: string | null): SessionRow | null {
    return this.view?.sessions.find((row) => row.profile === profile) ?? null;
  }

  /** Runs a command; a rejection becomes a message on the screen. Whether it went well. */
  async run(command: () => Promise<unknown>, done?: string): Promise<boolean> {
    try {
      await command();
      if (done) this.toasts.show(done);
      return true;
    } catch (error) {
      this.toasts.fail(problemTextOf(error));
      return false;
    }
  }

  act(action: Action, done?: string): Promise<boolean> {
    return this.run(() => this.backend.act(action), done);
  }
}

function groundOf({ app, preferences }: WindowView): Ground {
  const { proxy, noProxy, caBundle, configFile, credentialsFile } = preferences;
  const chosen = [proxy, noProxy, caBundle, configFile, credentialsFile].map(({ value }) => value);
  return { files: app.files, choices: JSON.stringify([app.language, ...chosen]) };
}

function sentence(said: Announcement[], now: number): string {
  const sentences = said.slice(0, 3).map(({ what, row }) => {
    const profile = isolated(row.profile);
    if (what === 'failed') {
      return t('window-said-failed', { profile, reason: row.failure?.brief ?? '' });
    }
    if (what === 'needs_you') return t('window-said-needs-you', { profile });
    return row.expiresAt === null
      ? t('window-said-renewed', { profile })
      : t('window-said-renewed-until', { profile, time: timeOfDay(row.expiresAt, now) });
  });
  const rest = said.length - sentences.length;
  return [...sentences, ...(rest > 0 ? [t('tray-and-more', { count: rest })] : [])].join(' ');
}

export const [windowState, provideWindowState] = createContext<WindowState>();
