// Invented sessions: the home of a cloud engineer, one of each kind, and as many as asked for.

import type { SessionRow } from '..';
import type { Moment } from './clock';
import { LONG_NAMES, ODD_NAMES } from './names';
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
      renewable: 'new_keys',
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
    ...unwatched(after, language),
  ];
}

/** What else such a home has, not watched. */
function unwatched(after: Moment['after'], language: string): SessionRow[] {
  const role = 'arn:aws:iam::888877776666:role/PartnerAudit';
  return [
    row('data-deep', {
      group: 'others',
      watched: false,
      expiresAt: after(52),
      beganAt: after(-8),
      account: '111122223333',
      role: 'DataLakeMaintenance',
      via: 'billing',
      place: 'config:64',
    }),
    row('partner-audit', {
      state: 'signed_out',
      group: 'others',
      watched: false,
      account: '888877776666',
      role: 'PartnerAudit',
      via: 'user1',
      place: 'config:69',
      failure: problem(language, 'access_denied', {
        profile: 'user1',
        role,
        detail: `User: arn:aws:iam::123456789012:user/ana is not authorized to perform: sts:AssumeRole on resource: ${role}`,
      }),
    }),
    row('prod-readonly', {
      state: 'signed_out',
      group: 'others',
      watched: false,
      renewable: 'mfa',
      mfa: true,
      need: 'mfa',
      account: '123456789012',
      role: 'ReadOnly',
      via: 'user1',
      place: 'config:75',
      label: { text: 'prod', color: 'red' },
    }),
    row('vpn-login', {
      kind: 'login',
      state: 'expired',
      group: 'others',
      watched: false,
      renewable: 'sign_in',
      need: 'sign_in',
      expiresAt: after(-190),
      account: '345678901234',
      place: 'config:80',
    }),
  ];
}

function named({ after }: Moment, name: string): SessionRow {
  const times = { expiresAt: after(50), beganAt: after(-10) };
  return row(name, { ...times, account: '999988887777', role: name });
}

export function oddSessions(moment: Moment): SessionRow[] {
  return ODD_NAMES.map((name) => named(moment, name));
}

/** With all that stands beside a name. */
export function longSessions(moment: Moment, language: string): SessionRow[] {
  const failure = problem(language, 'network', {
    endpoint: 'https://sts.eu-west-1.amazonaws.com',
    detail: 'timed out',
  });
  const label = { text: 'production', color: 'red' } as const;
  const beside: Partial<SessionRow>[] = [
    { label, mfa: true, renewable: 'mfa', need: 'mfa' },
    { failure, group: 'needs_you' },
  ];
  return LONG_NAMES.map((name, place) => ({ ...named(moment, name), ...beside[place] }));
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
