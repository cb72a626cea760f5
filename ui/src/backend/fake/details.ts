// Invented details of a session.

import type { ChainStep, SessionDetails, SessionRow, SettingRow } from '..';
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

/** The keys in use: those of the file as it has them, those of a session by the AWS CLI's names. */
function keysOf(row: SessionRow, from: string): SettingRow[] {
  const own = row.kind === 'keys' || row.kind === 'temporary_keys';
  const [id, secret] = own
    ? ['aws_access_key_id', 'aws_secret_access_key']
    : ['access_key', 'secret_key'];
  return [
    setting(id, `${row.kind === 'keys' ? 'AKIA' : 'ASIA'}IOSFODNN7EXAMPLE`, from),
    setting(secret, '****************', from, true),
  ];
}

/** A line of a file, or a method by its name. */
function placeOf(from: string): SettingRow['from'] {
  return from.includes(':') ? placed(`~/.aws/${from}`, true) : named(from);
}

function setting(name: string, value: string, from: string, secret = false): SettingRow {
  return { name, value, from: placeOf(from), secret, overrides: [] };
}

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

function settingsOf(row: SessionRow, arn: string | null): SettingRow[] {
  const from = row.kind === 'role' ? 'assume-role' : row.place;
  const role = row.kind === 'role' && row.via !== null;
  return [
    ...(arn ? [setting('role_arn', arn, 'config:12')] : []),
    ...(role ? [setting('source_profile', row.via ?? '', 'config:13')] : []),
    {
      ...setting('region', 'eu-west-1', 'config:14'),
      overrides: [{ value: 'us-east-1', from: placeOf('config:2') }],
    },
    ...(role
      ? [
          setting('duration_seconds', '3600', 'config:15'),
          setting('role_session_name', 'ana.fernandes@example.com', 'config:16'),
          setting('endpoint_url', 'http://127.0.0.1:9090/a/rather/long/way/to/it', 'config:17'),
        ]
      : []),
    ...keysOf(row, from),
  ];
}

export function details(row: SessionRow, { after }: Moment): SessionDetails {
  const arn = row.role ? `arn:aws:iam::${row.account ?? ''}:role/${row.role}` : null;
  const renewed = { at: after(-18), what: 'renewed_silently', until: row.expiresAt, reason: null };
  return {
    profile: row.profile,
    arn,
    chain: chainOf(row, arn),
    refresh: [],
    settings: settingsOf(row, arn),
    problems: [],
    history:
      row.renewable === 'silent' && row.expiresAt !== null
        ? [renewed, { at: after(-78), what: 'renewed', until: after(-18), reason: null }]
        : [],
  };
}
