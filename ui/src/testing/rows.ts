// A session's row, as short as a test may say it.

import type { SessionRow } from '../backend';

export function row(profile: string, given: Partial<SessionRow>): SessionRow {
  return {
    profile,
    kind: 'role',
    state: 'fresh',
    group: 'watching',
    watched: true,
    keepFresh: true,
    keepFreshIdle: null,
    renewable: 'silent',
    mfa: false,
    attention: null,
    need: null,
    humanDeadline: null,
    expiresAt: null,
    beganAt: null,
    renewsAt: null,
    snoozedUntil: null,
    progress: null,
    signIn: null,
    failure: null,
    account: null,
    role: null,
    via: null,
    place: 'config:12',
    label: null,
    ...given,
  };
}
