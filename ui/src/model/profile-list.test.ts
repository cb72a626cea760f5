import { describe, expect, it } from 'vitest';

import type { ProfileRow, SectionType } from '../backend';
import { filteredItems, freeName, itemOf, listedItems, sortedItems } from './profile-list';

function item(name: string, more: Partial<ProfileRow> = {}, is: SectionType = 'profile') {
  return itemOf({
    section: { is, name },
    kind: 'role',
    mfa: false,
    via: 'base',
    account: null,
    role: null,
    region: null,
    problems: 0,
    warnings: 0,
    files: ['config'],
    ...more,
  });
}

describe('the list of profiles', () => {
  it('is sorted as people count', () => {
    const names = sortedItems([item('b10'), item('b9'), item('A')]).map(({ name }) => name);
    expect(names).toEqual(['A', 'b9', 'b10']);
  });

  it('has other sections below headings, and none where there are none', () => {
    const list = listedItems([item('corp', { kind: null }, 'sso_session'), item('one')]);
    expect(list.items.map(({ key }) => key)).toEqual([
      'profile one',
      'heading sso_session',
      'sso_session corp',
    ]);
    expect(list.places).toEqual([0, 2]);
    expect(listedItems([item('one')]).items).toHaveLength(1);
  });

  it('is searched by name, source, kind and MFA', () => {
    const items = [item('one', { mfa: true, kind: 'role_mfa' }), item('two', { kind: 'process' })];
    const found = (query: string) => filteredItems(items, query).map(({ name }) => name);
    expect(found('MFA')).toEqual(['one']);
    expect(found('process base')).toEqual(['two']);
    expect(found(' ')).toEqual(['one', 'two']);
    expect(found('nobody')).toEqual([]);
  });

  it('proposes the first name that is free', () => {
    expect(freeName('a', new Set(['b']))).toBe('a');
    expect(freeName('a', new Set(['a', 'a-2']))).toBe('a-3');
  });
});
