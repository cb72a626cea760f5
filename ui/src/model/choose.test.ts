import { describe, expect, it } from 'vitest';

import { row } from '../testing/rows';
import { chooseItems, markOf, offeredRows, toggled } from './choose';
import { inSameAccount } from './watch';

const rows = [
  row('b', { account: '2', watched: false }),
  row('dev', { account: '1', watched: false }),
  row('dev-old', { account: '2', watched: false }),
  row('lonely', { watched: false }),
  row('region', { kind: 'settings', watched: false }),
  row('c', { account: '1' }),
];
const items = chooseItems(offeredRows(rows), '');
const keys = (query: string) => chooseItems(offeredRows(rows), query).map(({ key }) => key);

describe('the choice of what is watched', () => {
  it('has each account with its profiles, and those without one last', () => {
    expect(keys('')).toEqual([
      'account 1',
      'profile c',
      'profile dev',
      'account 2',
      'profile b',
      'profile dev-old',
      'profile lonely',
    ]);
  });

  it('is searched, what fits best first', () => {
    expect(keys('dev')).toEqual(['profile dev', 'profile dev-old']);
    expect(keys('nobody')).toEqual([]);
  });

  it('takes all of an account at once, and takes them back', () => {
    const some = toggled(items, new Set(['c']), 2, null);
    expect(some).toEqual(new Set(['c', 'dev']));
    const account = toggled(items, new Set(['b']), 3, null);
    expect(account).toEqual(new Set(['b', 'dev-old']));
    expect(items[3] && markOf(items[3], new Set(['b']))).toBe('some');
    expect(toggled(items, account, 3, null)).toEqual(new Set());
  });

  it('takes what is between', () => {
    expect(toggled(items, new Set(), 5, 2)).toEqual(new Set(['dev', 'b', 'dev-old']));
    expect(toggled(items, new Set(['b']), 5, 4)).toEqual(new Set(['b', 'dev-old']));
  });
});

describe('an account', () => {
  it('knows who shares an account', () => {
    const names = (name: string) =>
      inSameAccount(rows, rows.find(({ profile }) => profile === name) ?? row('x', {})).map(
        ({ profile }) => profile,
      );
    expect(names('b')).toEqual(['b', 'dev-old']);
    expect(names('lonely')).toEqual(['lonely']);
  });
});
