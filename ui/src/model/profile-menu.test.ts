import { describe, expect, it } from 'vitest';

import { row } from '../testing/rows';
import type { ProfileItem } from './profile-list';
import { profileMenu } from './profile-menu';

const item = (given: Partial<ProfileItem>): ProfileItem => ({
  key: 'profile a',
  name: 'a',
  type: 'profile',
  kind: 'role',
  mfa: false,
  via: null,
  account: null,
  region: null,
  unsaved: false,
  broken: false,
  ...given,
});

function texts(...given: Parameters<typeof profileMenu>): string[] {
  return profileMenu(...given).flatMap((entry) => ('text' in entry ? [entry.text] : []));
}

describe("a profile's menu", () => {
  it('names what its session needs', () => {
    const of = (given: Parameters<typeof row>[1]) => texts(item({}), true, row('a', given))[1];
    expect(of({ renewable: 'silent' })).toBe('Renew');
    expect(of({ renewable: 'silent', state: 'signed_out' })).toBe('Get session');
    expect(of({ renewable: 'mfa' })).toBe('Renew…');
    expect(of({ renewable: 'sign_in' })).toBe('Sign in');
    expect(of({ renewable: 'sign_in_by_command' })).toBe('Copy sign-in command');
    expect(of({ renewable: 'no' })).toBe('Duplicate');
  });

  it('pastes keys where pasted ones stand, once', () => {
    const pasted = row('a', { renewable: 'new_keys', kind: 'temporary_keys', need: 'keys' });
    expect(texts(item({ kind: 'temporary_keys' }), true, pasted)).toEqual([
      'Edit',
      'Paste new keys…',
      'Duplicate',
      'Diagnose',
      'Delete…',
    ]);
  });

  it('offers only what makes sense', () => {
    expect(texts(item({ type: 'sso_session', kind: 'sso_session' }), true, null)).toEqual([
      'Edit',
      'Delete…',
    ]);
    expect(texts(item({ key: 'new 1' }), false, null)).toEqual(['Edit', 'Discard']);
  });
});
