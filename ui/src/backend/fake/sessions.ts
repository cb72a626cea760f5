// Invented sessions: one of each kind, and as many as asked for.

import type { SessionRow } from '..';
import type { Moment } from './clock';
import { problem } from './words';

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
    failure: null,
    account: null,
    role: null,
    via: null,
    place: 'config:12',
    label: null,
    ...given,
  };
}

export function sessions({ after }: Moment, language: string): SessionRow[] {
  return [
    row('staging', {
      kind: 'temporary_keys',
      state: 'expired',
      group: 'needs_you',
      renewable: 'no',
      attention: 'bring',
      need: 'keys',
      expiresAt: after(-6),
      account: '345678901234',
      role: 'Deploy',
      place: 'credentials:14',
    }),
    row('prod-admin', {
      state: 'expiring',
      group: 'needs_you',
      renewable: 'mfa',
      mfa: true,
      keepFreshIdle: 'mfa_each_time',
      attention: 'bring',
      need: 'mfa',
      humanDeadline: after(4),
      expiresAt: after(4),
      beganAt: after(-56),
      account: '123456789012',
      role: 'Admin',
      via: 'user1',
      place: 'config:20',
      label: { text: 'prod', color: 'red' },
    }),
    row('project1', {
      expiresAt: after(42),
      beganAt: after(-18),
      renewsAt: after(22),
      account: '210987654321',
      role: 'Prod-Role',
      via: 'user1',
    }),
    row('data-eng', {
      kind: 'sso',
      need: 'sign_in',
      humanDeadline: after(307),
      expiresAt: after(192),
      beganAt: after(-288),
      account: '111122223333',
      role: 'DataEngineer',
      via: 'corp',
      place: 'config:31',
    }),
    row('billing', {
      expiresAt: after(70),
      beganAt: after(-50),
      renewsAt: after(50),
      account: '444455556666',
      role: 'BillingRead',
      via: 'user1',
      place: 'config:37',
    }),
    row('user1', {
      kind: 'keys',
      state: 'no_expiry',
      group: 'always_valid',
      renewable: 'no',
      account: '123456789012',
      place: 'credentials:3',
    }),
    row('ci-reader', {
      kind: 'process',
      state: 'unknown',
      group: 'always_valid',
      renewable: 'no',
      place: 'config:43',
    }),
    row('data-lab', {
      kind: 'sso',
      state: 'signed_out',
      group: 'others',
      watched: false,
      renewable: 'sign_in',
      need: 'sign_in',
      account: '111122223333',
      role: 'Analyst',
      via: 'corp',
      place: 'config:48',
    }),
    row('sandbox', {
      state: 'signed_out',
      group: 'others',
      watched: false,
      account: '555566667777',
      role: 'Developer',
      via: 'user1',
      place: 'config:54',
      label: { text: 'play', color: 'green' },
    }),
    row('legacy', {
      kind: 'none',
      state: 'broken',
      group: 'others',
      watched: false,
      renewable: 'no',
      attention: 'fix',
      failure: problem(language, 'missing_source', {
        profile: 'legacy',
        source: 'old-user',
        place: 'config:60',
      }),
      place: 'config:60',
    }),
  ];
}

/** Names nobody should have, and somebody has. */
export function oddSessions({ after }: Moment): SessionRow[] {
  const names = [
    'x'.repeat(300),
    'فريق-الإنتاج',
    '🦄 unicorn 🚀',
    '<img src=x onerror=alert(1)><b>bold</b>',
    `${'word '.repeat(59)}end`,
    '\u202eevil\u202c',
  ];
  return names.map((name) =>
    row(name, { expiresAt: after(50), beganAt: after(-10), account: '999988887777', role: name }),
  );
}

const TEAMS = ['payments', 'search', 'platform', 'mobile', 'data', 'security', 'growth'];
const STAGES = ['dev', 'test', 'staging', 'prod'];

export function manySessions({ after }: Moment, count: number): SessionRow[] {
  return Array.from({ length: count }, (_, place) => {
    const team = TEAMS[place % TEAMS.length] ?? '';
    const stage = STAGES[place % STAGES.length] ?? '';
    const watched = place < 40;
    const live = place % 3 === 0;
    return row(`${team}-${stage}-${place}`, {
      state: live ? 'fresh' : 'signed_out',
      group: watched ? 'watching' : 'others',
      watched,
      expiresAt: live ? after(30 + (place % 600)) : null,
      beganAt: live ? after(-30) : null,
      account: String(100_000_000_000 + place * 7919),
      role: place % 2 === 0 ? 'Developer' : 'ReadOnly',
      via: 'corp',
      place: `config:${place * 5 + 1}`,
    });
  });
}
