import { describe, expect, it } from 'vitest';

import { row } from '../testing/rows';
import {
  ahead,
  countOf,
  type Entry,
  happened,
  happenedTo,
  hours,
  marks,
  spanAround,
  within,
} from './day';

const NOW = new Date(2026, 10, 23, 13, 23).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const entry = (minutes: number, what: Entry['what'], profiles = ['a']): Entry => ({
  at: NOW + minutes * MINUTE,
  what,
  profiles,
  need: null,
  reason: null,
});

describe('what is to come', () => {
  it('renews itself, needs somebody, or is over', () => {
    const silent = row('silent', { renewsAt: NOW + HOUR, expiresAt: NOW + 2 * HOUR });
    const role = row('role', {
      ...silent,
      profile: 'role',
      need: 'mfa',
      humanDeadline: NOW + 9 * HOUR,
    });
    const keys = row('keys', { need: 'keys', expiresAt: NOW + HOUR });
    const over = row('over', { need: 'keys', expiresAt: NOW - HOUR });
    const plain = row('plain', { expiresAt: NOW + 3 * HOUR });
    const said = (one: typeof silent) =>
      ahead([one], NOW).map(({ at, what, need }) => [(at - NOW) / HOUR, what, need]);
    expect(said(silent)).toEqual([[1, 'renews', null]]);
    expect(said(role)).toEqual([
      [1, 'renews', null],
      [9, 'needed', 'mfa'],
    ]);
    expect(said(keys)).toEqual([[1, 'needed', 'keys']]);
    expect(said(over)).toEqual([]);
    expect(said(plain)).toEqual([[3, 'expires', null]]);
  });

  it('is one where a minute brings it to several', () => {
    const rows = ['a', 'b', 'c'].map((name, place) =>
      row(name, { renewsAt: NOW + HOUR + place * 10_000, expiresAt: NOW + 2 * HOUR }),
    );
    const [one, ...rest] = ahead(rows, NOW);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ at: NOW + HOUR, profiles: ['a', 'b', 'c'] });
  });
});

describe('a line', () => {
  const span = spanAround(NOW);

  it('shows what is within it, in order', () => {
    const all = [
      entry(60, 'renews'),
      entry(-60, 'renewed'),
      entry(-9 * 60, 'renewed'),
      entry(17 * 60, 'needed'),
    ];
    expect(within(all, span).map(({ what }) => what)).toEqual(['renewed', 'renews']);
  });

  it('joins what would stand in one place, and draws what weighs most', () => {
    const all = [entry(-60, 'renewed'), entry(-58, 'failed', ['b', 'c']), entry(60, 'renews')];
    const found = marks(all, span, 480, 12);
    expect(found.map(({ what, entries }) => [what, entries.length])).toEqual([
      ['failed', 2],
      ['renews', 1],
    ]);
    expect(found[0] && countOf(found[0])).toBe(3);
    expect(found[1]?.x).toBe(180);
    expect(marks(all, span, 14_400, 12)).toHaveLength(3);
  });

  it('never hides a long row of marks in one', () => {
    const all = Array.from({ length: 60 }, (_, minute) => entry(minute, 'renews'));
    const found = marks(all, span, 1440, 11.5);
    expect(found).toHaveLength(5);
    expect(found.every(({ entries }) => entries.length === 12)).toBe(true);
  });

  it('has as many hours as have room', () => {
    const said = (width: number) => hours(span, width, 48).map((at) => new Date(at).getHours());
    expect(said(1200)).toHaveLength(24);
    expect(said(480)).toEqual([6, 9, 12, 15, 18, 21, 0, 3]);
    expect(said(280)).toEqual([6, 12, 18, 0]);
    expect(said(0).length).toBeLessThan(3);
  });
});

it('reads both histories', () => {
  const moment = { at: NOW, what: 'failed' as const, profiles: ['a', 'b'], reason: 'no network' };
  expect(happened([moment])).toEqual([{ ...moment, need: null }]);
  const history = [
    { at: NOW, what: 'failed', until: null, reason: 'no network' },
    { at: NOW, what: 'of a newer version', until: null, reason: null },
  ];
  expect(happenedTo('a', history)).toEqual([{ ...moment, profiles: ['a'], need: null }]);
});
