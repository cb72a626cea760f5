import { describe, expect, it } from 'vitest';

import { RECORDED_AT, recordedView } from '../testing/recorded';
import { row } from '../testing/rows';
import { filtered, heldOf, kept, listed, listedFound, sorted } from './arrange';

const all = recordedView().sessions;
const after = (minutes: number) => RECORDED_AT + minutes * 60_000;
const names = (rows: readonly { profile: string }[]) => rows.map((one) => one.profile);

describe('the order', () => {
  it('by urgency begins with what is broken or expired, then what runs out first', () => {
    const rows = sorted(all, 'urgency');
    expect(names(rows).slice(0, 8)).toEqual([
      'legacy',
      'partner-audit',
      'old-audit',
      'staging-admin',
      'data-lab',
      'staging',
      'prod-admin',
      'project1',
    ]);
  });

  it('by urgency begins with what was refused, and ends with what holds settings only', () => {
    const rows = [
      row('default', { kind: 'settings', state: 'none' }),
      row('base', { kind: 'keys', state: 'no_expiry' }),
      row('refused', { attention: 'fix', expiresAt: after(50) }),
      row('soon', { expiresAt: after(4) }),
    ];
    expect(names(sorted(rows, 'urgency'))).toEqual(['refused', 'soon', 'base', 'default']);
  });

  it('by name reads numbers as numbers', () => {
    const rows = ['p10', 'p9', 'P1'].map((name) => row(name, {}));
    expect(names(sorted(rows, 'name'))).toEqual(['P1', 'p9', 'p10']);
  });

  it('by account puts those without one last', () => {
    const rows = [row('x', {}), row('b', { account: '2' }), row('c', { account: '1' })];
    expect(names(sorted(rows, 'account'))).toEqual(['c', 'b', 'x']);
  });
});

describe('the search', () => {
  it('finds every word, in whatever part of the row', () => {
    expect(names(filtered(all, 'PROD mfa'))).toEqual(['prod-admin', 'prod-readonly']);
    expect(names(filtered(all, '1111 datalake'))).toEqual(['data-deep']);
    expect(names(filtered(all, '  '))).toEqual(names(all));
    expect(filtered(all, 'prod nothing')).toEqual([]);
  });

  it('reads no pattern into what is typed', () => {
    expect(names(filtered([row('a.*b', {}), row('axxb', {})], '.*'))).toEqual(['a.*b']);
  });
});

describe('the list', () => {
  it('has a heading for each group that is there, in order', () => {
    const headings = listed(all).items.filter((item) => item.kind === 'heading');
    expect(headings.map((item) => item.group)).toEqual([
      'needs_you',
      'watching',
      'always_valid',
      'others',
    ]);
  });

  it('knows the first and the last of a group', () => {
    const lines = listed([row('a', {}), row('b', {})]).items.filter((item) => item.kind === 'row');
    expect(lines.map(({ first, last }) => [first, last])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe('rows that are held', () => {
  const held = heldOf(listed([row('a', {}), row('b', {}), row('c', { group: 'others' })]));

  it('stay where they are, whatever becomes of them', () => {
    const now = [
      row('c', { group: 'watching' }),
      row('b', { group: 'needs_you', progress: 'renewing' }),
      row('a', {}),
    ];
    const list = listed(kept(now, held));
    expect(list.profiles).toEqual(['a', 'b', 'c']);
    expect(list.items.map(({ key }) => key)).toEqual([
      'heading watching',
      'row a',
      'row b',
      'heading others',
      'row c',
    ]);
    expect(list.items[2]).toMatchObject({ row: { progress: 'renewing' } });
  });

  it('leave no hole, and new ones come last', () => {
    expect(
      kept([row('new', {}), row('c', {}), row('a', {})], held).map(({ profile }) => profile),
    ).toEqual(['a', 'c', 'new']);
  });
});

it('what was found has one heading, and keeps its order', () => {
  const list = listedFound([row('b', { group: 'others' }), row('a', {})]);
  expect(list.profiles).toEqual(['b', 'a']);
  expect(list.items[0]).toMatchObject({ kind: 'found', count: 2 });
  expect(listedFound([]).items).toEqual([]);
});
