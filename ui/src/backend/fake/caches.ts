// Invented cache files.

import type { CacheKind, CacheRow, Consequence } from '..';
import type { Moment } from './clock';

export function caches({ after, now }: Moment): CacheRow[] {
  const file = (
    name: string,
    kind: CacheKind,
    profiles: string[],
    minutes: number | null,
    bytes: number,
    consequence: Consequence,
  ): CacheRow => {
    const expiresAt = minutes === null ? null : after(minutes);
    return {
      file: `/home/ana/.aws/${name}`,
      shown: name.replace(/([0-9a-f]{12})[0-9a-f]*\.json$/, '$1….json'),
      kind,
      profiles,
      expiresAt,
      expired: expiresAt !== null && expiresAt <= now,
      expiring: expiresAt !== null && expiresAt > now && expiresAt < after(15),
      bytes,
      consequence,
    };
  };
  const role = (hash: string, profiles: string[], minutes: number, cost: Consequence) =>
    file(`cli/cache/${hash}000000.json`, 'role', profiles, minutes, 1402, cost);
  return [
    role('5beab759a265', ['old-audit'], -6 * 1440 - 1, 'nothing'),
    role('2497385133e9', ['staging-admin'], -121, 'nothing'),
    file('cli/cache/7b4e6de8f13a0000.json', 'sso', ['data-lab'], -19, 1108, 'nothing'),
    role('55721135fe0f', ['prod-admin'], 4, 'needs_you'),
    role('c90be1147a3f', [], 23, 'renewed_at_next_use'),
    role('8c1f02ab77de', ['project1'], 42, 'renewed_at_next_use'),
    role('052a6c48c6f9', ['billing'], 70, 'renewed_at_next_use'),
    file('cli/cache/b6a05d93e1140000.json', 'sso', ['data-eng'], 192, 1120, 'renewed_at_next_use'),
    file(
      'sso/cache/ee0bfd2552fb0000.json',
      'sso_token',
      ['data-eng', 'data-lab'],
      307,
      3210,
      'needs_you',
    ),
    file(
      'sso/cache/botocore-client-id-eu-west-1.json',
      'sso_registration',
      [],
      61 * 1440,
      1904,
      'needs_you',
    ),
    file('cli/cache/9f31c60d2be40000.json', 'damaged', [], null, 212, 'nothing'),
    file('cli/cache/notes.txt', 'other', [], null, 96, 'not_ours'),
  ];
}
