// Invented preferences, and a change of one.

import type { KeyState, Preference, PreferenceChange, PreferencesView, SessionRow } from '..';
import { problem } from './words';

function plain<T>(value: T): Preference<T> {
  return { value, default: value, isSet: false, overruledBy: null };
}

export function preferences(): PreferencesView {
  return {
    notifications: plain(true),
    notifyMinutes: plain([15, 5]),
    snoozeMinutes: plain(30),
    backupDays: plain(30),
    keepFresh: plain(true),
    startAtLogin: plain(false),
    language: plain('system'),
    theme: plain('system'),
    timeFormat: plain('system'),
    sort: plain('urgency'),
    showDay: plain(true),
    switcherKey: plain(''),
    switcherKeyState: { is: 'off' },
    proxy: plain(''),
    noProxy: plain(''),
    caBundle: {
      value: '/etc/ssl/certs/corp-ca.pem',
      default: '',
      isSet: true,
      overruledBy: null,
    },
    configFile: plain(''),
    editor: plain(''),
    credentialsFile: plain(''),
    files: [
      { what: 'config', path: '~/.aws/config', origin: 'default', exists: true },
      { what: 'credentials', path: '~/.aws/credentials', origin: 'default', exists: true },
      { what: 'cache', path: '~/.aws/cli/cache/', origin: 'default', exists: true },
      {
        what: 'preferences',
        path: '~/.config/sandglass/preferences.toml',
        origin: 'default',
        exists: true,
      },
      {
        what: 'log',
        path: '~/.local/state/sandglass/sandglass.log',
        origin: 'default',
        exists: true,
      },
    ],
  };
}

const MOST_MINUTES = 2160;

/** Rust's rules that a test meets. */
export function refusal(change: PreferenceChange, language: string) {
  if (change.key === 'proxy' && change.value && !/^https?:\/\//.test(change.value)) {
    const given = { where: `proxy = ${change.value}`, key: 'proxy', expected: 'proxy' };
    return problem(language, 'preferences_invalid', given);
  }
  const minutes = change.key === 'notifyMinutes' ? (change.value ?? []) : [];
  if (minutes.some((value) => value > MOST_MINUTES)) {
    return {
      code: 'invalid_preference',
      brief: 'too long',
      message: `At most ${MOST_MINUTES} minutes.`,
      next: '',
      field: null,
      detail: null,
      place: null,
    };
  }
  return null;
}

type Own = Extract<PreferenceChange, { profile: string }>;

export function changedRow(row: SessionRow, change: Own): SessionRow {
  switch (change.key) {
    case 'watched': {
      const group = change.value
        ? 'watching'
        : row.state === 'no_expiry'
          ? 'always_valid'
          : 'others';
      return { ...row, watched: change.value, group };
    }
    case 'profileKeepFresh':
      return { ...row, keepFresh: change.value ?? true };
    case 'label':
      return { ...row, label: change.value };
  }
}

/** What comes of a key: one is another program's. */
function keyState(key: string | null): KeyState {
  if (key === null) return { is: 'off' };
  return key === 'Ctrl+Alt+T' ? { is: 'taken' } : { is: 'works', shown: null };
}

export function changedPreferences(
  view: PreferencesView,
  change: Exclude<PreferenceChange, Own | { key: 'watchedThese' | 'watchedOnly' }>,
): PreferencesView {
  const old = view[change.key] as Preference<unknown>;
  const isSet = change.value !== null;
  const value = isSet ? change.value : old.default;
  const changed = { ...view, [change.key]: { ...old, value, isSet } };
  return change.key === 'switcherKey'
    ? { ...changed, switcherKeyState: keyState(change.value) }
    : changed;
}
