// Invented details of a session.

import type { ChainStep, SessionDetails, SessionRow } from '..';
import type { Moment } from './clock';
import { named, placed } from './words';

function step(profile: string, method: string, place: string): ChainStep {
  return {
    profile,
    method,
    place: place === '' ? named('') : placed(`~/.aws/${place}`, true),
    roleArn: null,
    mfaSerial: null,
    expiresAt: null,
    duration: null,
    cached: false,
  };
}

const KEYS = [
  { name: 'access_key', value: '****************MPLE', overrides: [] },
  { name: 'secret_key', value: '****************EKEY', overrides: [] },
];

function chainOf(row: SessionRow, arn: string | null): ChainStep[] {
  switch (row.kind) {
    case 'role': {
      const role = step(row.profile, 'assume-role', row.place);
      const own = { roleArn: arn, expiresAt: row.expiresAt, duration: 3600, cached: true };
      const mfaSerial = row.mfa ? 'arn:aws:iam::123456789012:mfa/ana' : null;
      const source = step('user1', 'shared-credentials-file', 'credentials:3');
      return [source, { ...role, ...own, mfaSerial }];
    }
    case 'sso':
      return [{ ...step(row.profile, 'sso', row.place), expiresAt: row.expiresAt, cached: true }];
    case 'process':
      return [step(row.profile, 'custom-process', row.place)];
    case 'none':
      return [];
    default:
      return [step(row.profile, 'shared-credentials-file', row.place)];
  }
}

export function details(row: SessionRow, { after }: Moment): SessionDetails {
  const arn = row.role ? `arn:aws:iam::${row.account ?? ''}:role/${row.role}` : null;
  const from = row.kind === 'role' ? named('assume-role') : placed(`~/.aws/${row.place}`, true);
  const renewed = { at: after(-18), what: 'renewed_silently', until: row.expiresAt, reason: null };
  return {
    profile: row.profile,
    arn,
    chain: chainOf(row, arn),
    refresh: [],
    settings: [
      ...(arn
        ? [{ name: 'role_arn', value: arn, from: placed('~/.aws/config:12', true), overrides: [] }]
        : []),
      ...(row.via
        ? [
            {
              name: 'source_profile',
              value: row.via,
              from: placed('~/.aws/config:13', true),
              overrides: [],
            },
          ]
        : []),
      {
        name: 'region',
        value: 'eu-west-1',
        from: placed('~/.aws/config:14', true),
        overrides: [{ value: 'us-east-1', from: placed('~/.aws/config:2', true) }],
      },
      ...KEYS.map((key) => ({ ...key, from })),
    ],
    problems: [],
    history:
      row.renewable === 'silent' && row.expiresAt !== null
        ? [renewed, { at: after(-78), what: 'renewed', until: after(-18), reason: null }]
        : [],
  };
}
