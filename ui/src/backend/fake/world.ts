// The invented state behind the window, and the patches it sends.

import type { AppView, Condition, Errand, SessionRow, WindowPatch, WindowView } from '..';
import { caches } from './caches';
import { HOUR, moment, type Moment } from './clock';
import { preferences } from './preferences';
import type { Files } from './profiles';
import { longSessions, manySessions, oddSessions, sessions } from './sessions';
import { problem } from './words';

export class World {
  readonly moment: Moment = moment();
  view: WindowView;
  /** The files of profiles, once they were looked at. */
  files: Files | undefined;
  readonly language: string;
  /** What somebody copied elsewhere. */
  clipboard: 'keys' | 'empty';
  #listeners = new Set<(patch: WindowPatch) => void>();
  #askers = new Set<(errand: Errand) => void>();
  #leavers = new Set<() => void>();

  constructor(parameters: URLSearchParams) {
    this.language = parameters.get('lang') === 'pt-BR' ? 'pt-BR' : 'en';
    this.clipboard = parameters.get('clipboard') === 'empty' ? 'empty' : 'keys';
    this.view = viewOf(parameters, this.moment, this.language);
  }

  listen(listener: (patch: WindowPatch) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onErrand(listener: (errand: Errand) => void): () => void {
    this.#askers.add(listener);
    return () => this.#askers.delete(listener);
  }

  /** Somebody clicked in the tray, or on a notification. */
  send(errand: Errand): void {
    for (const listener of this.#askers) listener(errand);
  }

  onLeave(listener: () => void): () => void {
    this.#leavers.add(listener);
    return () => this.#leavers.delete(listener);
  }

  /** Somebody closes the window. */
  leave(): void {
    for (const listener of this.#leavers) listener();
  }

  /** Shows the next view as Rust does: only what differs. */
  show(next: WindowView): void {
    const old = this.view;
    const caches = next.caches;
    const expiredCaches = caches.filter((row) => row.expired).length;
    const facts = { ...factsOf(next.sessions, next.app.problems.length), expiredCaches };
    const app = { ...next.app, ...facts, profileCount: next.sessions.length };
    const before = new Map(old.sessions.map((row) => [row.profile, row]));
    const order = next.sessions.map((row) => row.profile);
    const moved = order.join('\n') !== old.sessions.map((row) => row.profile).join('\n');
    const same = JSON.stringify(app) === JSON.stringify(old.app);
    this.view = { ...next, app };
    const patch: WindowPatch = {
      app: same ? null : app,
      sessions: next.sessions.filter((row) => before.get(row.profile) !== row),
      order: moved ? order : null,
      caches: caches === old.caches ? null : caches,
      preferences: next.preferences === old.preferences ? null : next.preferences,
    };
    // Through JSON, as from Rust: nothing is shared by accident.
    for (const listener of this.#listeners) {
      listener(JSON.parse(JSON.stringify(patch)) as WindowPatch);
    }
  }

  change(profile: string, change: (row: SessionRow) => SessionRow): void {
    const rows = this.view.sessions.map((row) => (row.profile === profile ? change(row) : row));
    this.show({ ...this.view, sessions: rows });
  }

  renewed(row: SessionRow): SessionRow {
    const now = Date.now();
    return {
      ...row,
      state: 'fresh',
      group: row.watched ? 'watching' : row.group,
      progress: 'renewed',
      attention: null,
      failure: null,
      need: row.mfa ? 'mfa' : null,
      beganAt: now,
      expiresAt: now + HOUR + 500,
      humanDeadline: row.mfa ? now + HOUR + 500 : null,
    };
  }
}

/** What Rust counts of the sessions. */
function factsOf(
  sessions: readonly SessionRow[],
  problems: number,
): Pick<AppView, 'needsYou' | 'renewAll' | 'nextNeed'> {
  const due = (row: SessionRow) => (row.expiresAt ?? 0) - Date.now() < 20 * 60_000;
  const wanted = sessions.filter((row) => row.watched && row.progress !== 'renewing' && due(row));
  const that = (renewable: SessionRow['renewable']) =>
    wanted.filter((row) => row.renewable === renewable).map((row) => row.profile);
  const [silent, asking] = [that('silent'), that('mfa')];
  const profiles = [...silent, ...asking];
  const [next] = sessions
    .flatMap(({ watched, need, humanDeadline: at, profile }) =>
      watched && need !== null && at !== null && at > Date.now() ? [{ at, need, profile }] : [],
    )
    .sort((a, b) => a.at - b.at);
  return {
    needsYou: sessions.filter((row) => row.group === 'needs_you').length + problems,
    renewAll: { profiles, asks: asking.length > 0, many: profiles.length > 10 },
    nextNeed: next ?? null,
  };
}

function conditionsOf(state: string | null, { after }: Moment): Condition[] {
  switch (state) {
    case 'paused':
      return [{ is: 'paused', until: after(40) }];
    case 'offline':
      return [{ is: 'offline', valid: 6, firstEnds: after(42) }];
    case 'demo':
    case 'clock':
      return [{ is: state }];
    default:
      return [];
  }
}

function appOf(parameters: URLSearchParams, now: Moment, language: string): AppView {
  const state = parameters.get('state');
  const place = '~/.aws/config:7';
  const reason = 'header';
  return {
    version: '0.4.0',
    language,
    conditions: conditionsOf(state, now),
    undecided: state === 'undecided',
    clock: 'system',
    choosesLater: false,
    problems:
      state === 'broken'
        ? [{ words: problem(language, 'file_unparsable', { place, reason }) }]
        : [],
    needsYou: 0,
    renewAll: { profiles: [], asks: false, many: false },
    nextNeed: null,
    expiredCaches: 3,
    firstRun:
      state === 'first-run'
        ? [
            { path: '~/.aws/config', what: 'config', mode: '0600' },
            { path: '~/.aws/credentials', what: 'credentials', mode: '0600' },
            { path: '~/.aws/cli/cache/', what: 'cache', mode: '0700' },
            { path: '~/.aws/sso/cache/', what: 'sign_ins', mode: '0700' },
            { path: '~/.config/sandglass/', what: 'preferences', mode: '0700' },
          ]
        : [],
    hasTray: state !== 'no-tray',
    hasDemo: true,
    files: '1',
    profileCount: 0,
  };
}

function viewOf(parameters: URLSearchParams, now: Moment, language: string): WindowView {
  const many = Number(parameters.get('profiles') ?? 0);
  const empty = parameters.get('state') === 'first-run';
  const home = sessions(now, language);
  const rows = [
    ...home,
    ...(parameters.get('names') === 'long' ? longSessions(now, language) : []),
    ...(parameters.has('odd') ? oddSessions(now) : []),
    ...manySessions(now, Math.max(0, many - home.length)),
  ];
  const all = empty ? [] : rows;
  const app = appOf(parameters, now, language);
  return {
    app: { ...app, ...factsOf(all, app.problems.length), profileCount: all.length },
    sessions: all,
    caches: empty ? [] : caches(now),
    preferences: preferences(),
    selected: null,
  };
}
