import { describe, expect, it } from 'vitest';

import type { FormSetting, ProfileForm } from '../backend';
import { CHOICES } from '../testing/recorded';
import {
  copyDraft,
  type Draft,
  draftOf,
  editOf,
  isChanged,
  keeping,
  newDraft,
  ofKind,
  otherSettings,
  isWhollySecret,
  rebased,
  removing,
  typing,
  valuesOf,
} from './profile-draft';

function setting(key: string, value: string, more: Partial<FormSetting> = {}): FormSetting {
  return {
    key,
    value,
    secret: false,
    block: [],
    file: 'config',
    line: 1,
    place: '~/.aws/config:1',
    overrides: null,
    inherited: false,
    ...more,
  };
}

function form(settings: FormSetting[], more: Partial<ProfileForm> = {}): ProfileForm {
  return {
    section: { is: 'profile', name: 'one' },
    revision: '1',
    kind: 'role',
    account: null,
    role: null,
    files: ['config'],
    settings,
    dependents: [],
    convert: null,
    expiresAt: null,
    problems: [],
    ...more,
  };
}

const role = form([
  setting('role_arn', 'arn:aws:iam::123456789012:role/One'),
  setting('source_profile', 'base'),
  setting('output', 'json'),
]);
const keys = form(
  [
    setting('aws_access_key_id', '****************MPLE'),
    setting('aws_secret_access_key', '****************EKEY', { secret: true }),
  ],
  { kind: 'keys' },
);

const typed = (draft: Draft, at: ProfileForm | null, values: Record<string, string>) =>
  Object.entries(values).reduce((now, [key, value]) => typing(now, at, key, value), draft);

describe('a draft', () => {
  it('is changed only by what the file does not say already', () => {
    const draft = draftOf(role);
    expect(isChanged(draft)).toBe(false);
    const other = typing(draft, role, 'source_profile', 'ana');
    expect(isChanged(other)).toBe(true);
    expect(isChanged(typing(other, role, 'source_profile', 'base'))).toBe(false);
    expect(isChanged(typing(draft, role, 'region', ''))).toBe(false);
    expect(isChanged({ ...draft, name: 'two' })).toBe(true);
  });

  it('sets, takes out and renames in one edit', () => {
    const draft = typed({ ...draftOf(role), name: 'two' }, role, {
      region: 'eu-west-1',
      output: '',
    });
    expect(editOf(draft)).toEqual({
      do: 'change',
      section: { is: 'profile', name: 'one' },
      name: 'two',
      set: [{ key: 'region', value: 'eu-west-1' }],
      unset: ['output'],
      file: null,
    });
  });

  it('never shows a secret, and keeps one of which nothing was typed', () => {
    const draft = draftOf(keys);
    expect(valuesOf(draft, keys)).toEqual({ aws_access_key_id: '****************MPLE' });
    const emptied = typed(draft, keys, { aws_secret_access_key: 'x' });
    expect(isChanged(typing(emptied, keys, 'aws_secret_access_key', ''))).toBe(false);
    expect(editOf(removing(draft, 'aws_secret_access_key'))).toMatchObject({
      unset: ['aws_secret_access_key'],
    });
  });

  it('keeps an address or a command that holds a secret, of which it shows the rest', () => {
    const shown = setting('endpoint_url', 'http://localhost:4566/', { secret: true });
    const hidden = setting('aws_session_tokn', '****************', { secret: true });
    const form = { ...keys, settings: [shown, hidden] };
    expect([isWhollySecret(shown), isWhollySecret(hidden)]).toEqual([false, true]);
    const draft = draftOf(form);
    expect(valuesOf(draft, form)).toEqual({});
    expect(isChanged(draft)).toBe(false);
    // Without its password it is another address.
    const bare = typing(draft, form, 'endpoint_url', 'http://localhost:4566/');
    expect(editOf(bare)).toMatchObject({
      set: [{ key: 'endpoint_url', value: 'http://localhost:4566/' }],
    });
    expect(isChanged(typing(bare, form, 'endpoint_url', ''))).toBe(false);
  });

  it('takes a setting out, or keeps it after all', () => {
    const gone = removing(draftOf(role), 'output');
    expect(editOf(gone)).toMatchObject({ set: [], unset: ['output'] });
    expect(isChanged(keeping(gone, 'output'))).toBe(false);
  });

  it('stands on another text with what that does not say already', () => {
    const draft = removing(
      typed(draftOf(role), role, { region: 'eu-west-1', source_profile: 'ana' }),
      'output',
    );
    const theirs = form([setting('region', 'eu-west-1'), setting('source_profile', 'other')]);
    expect(rebased(draft, theirs).typed).toEqual({ source_profile: 'ana' });
    const secret = removing(draftOf(keys), 'aws_secret_access_key');
    expect(rebased(secret, keys).typed).toEqual({ aws_secret_access_key: '' });
  });

  it('of another kind loses what only the old kind has, and comes back whole', () => {
    const process = ofKind(draftOf(role), role, 'process', CHOICES);
    expect(editOf(process)).toMatchObject({ set: [], unset: ['role_arn', 'source_profile'] });
    expect(isChanged(ofKind(process, role, 'role', CHOICES))).toBe(false);
    const made = typing(newDraft('process'), null, 'credential_process', '/bin/x');
    const other = typing(made, null, 'my_key', '1');
    expect(ofKind(other, null, 'role', CHOICES).typed).toEqual({ my_key: '1' });
  });

  it('is made as its kind, a role with a device as one with MFA', () => {
    const draft = typed({ ...newDraft('role'), name: 'new' }, null, { role_arn: 'arn' });
    expect(editOf(draft)).toMatchObject({ do: 'create', kind: 'role' });
    expect(editOf(typing(draft, null, 'mfa_serial', 'arn'))).toMatchObject({ kind: 'role_mfa' });
    expect(editOf({ ...newDraft('sso_session'), name: 'corp' })).toEqual({
      do: 'create',
      section: { is: 'sso_session', name: 'corp' },
      kind: null,
      set: [],
      file: null,
    });
  });

  it('of a copy says of what, and its name', () => {
    expect(editOf(copyDraft(role.section, 'role', 'two'))).toEqual({
      do: 'duplicate',
      section: role.section,
      name: 'two',
    });
  });

  it('lists settings without a field of their own, added ones last', () => {
    const draft = typing(draftOf(role), role, 'my_key', '1');
    const others = otherSettings(draft, role, [{ key: 'role_arn' }, { key: 'source_profile' }]);
    expect(others.map(({ key, value }) => [key, value])).toEqual([
      ['output', 'json'],
      ['my_key', '1'],
    ]);
  });
});
