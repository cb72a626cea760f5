import { describe, expect, it } from 'vitest';

import { CHOICES } from '../testing/recorded';
import { fieldsOf, filesOf, type FormKind, type Values } from './profile-fields';

const keys = (kind: FormKind, values: Values = {}, sessions: string[] = []) =>
  fieldsOf(CHOICES, kind, values, sessions).map(({ key }) => key);

describe('fields', () => {
  it('of a role are those of its kind, and the device', () => {
    expect(keys('role', { source_profile: 'base' })).toEqual([
      'role_arn',
      'source_profile',
      'duration_seconds',
      'region',
      'mfa_serial',
    ]);
  });

  it('of a device are its serial number and the command that prints its codes', () => {
    expect(keys('role')).not.toContain('mfa_process');
    expect(keys('role', { mfa_serial: 'arn' })).toContain('mfa_process');
    expect(keys('role', { mfa_process: 'op' })).toContain('mfa_process');
  });

  it('of which one does instead of another are both there until one is given', () => {
    expect(keys('role')).toContain('credential_source');
    expect(keys('role', { credential_source: 'Environment' })).not.toContain('source_profile');
  });

  it('of an SSO session that does not exist are asked for with the profile', () => {
    expect(keys('sso', { sso_session: 'corp' }, ['corp'])).not.toContain('sso_start_url');
    expect(keys('sso', { sso_session: 'new' }, ['corp']).slice(0, 3)).toEqual([
      'sso_session',
      'sso_start_url',
      'sso_region',
    ]);
  });

  it('that few need are there where they are set', () => {
    expect(keys('web_identity')).not.toContain('role_session_name');
    expect(keys('web_identity', { role_session_name: '' })).toContain('role_session_name');
  });

  it('of a section that gives no credentials is its region', () => {
    expect(keys('other')).toEqual(['region']);
    expect(filesOf(CHOICES, 'sso_session')).toEqual(['config']);
    expect(filesOf(CHOICES, 'keys')).toEqual(['credentials', 'config']);
  });
});
