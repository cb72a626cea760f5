import { describe, expect, it } from 'vitest';

import { drawn, itemAt, offsets, roomOfNames } from './layout';

const begins = offsets([40, 60, 60, 40, 60]);

describe('a long list', () => {
  it('knows where each item begins', () => {
    expect([...begins]).toEqual([0, 40, 100, 160, 200, 260]);
    expect(itemAt(begins, 0)).toBe(0);
    expect(itemAt(begins, 39)).toBe(0);
    expect(itemAt(begins, 40)).toBe(1);
    expect(itemAt(begins, 9999)).toBe(4);
    expect(itemAt(offsets([]), 10)).toBe(0);
  });

  it('draws what is visible and some more', () => {
    expect(drawn(begins, 45, 50, 0, null)).toEqual([1]);
    expect(drawn(begins, 45, 50, 1, null)).toEqual([0, 1, 2]);
    expect(drawn(offsets([]), 0, 100, 8, null)).toEqual([]);
  });

  it('always draws the one with the focus', () => {
    expect(drawn(begins, 200, 50, 0, 0)).toEqual([0, 4]);
    expect(drawn(begins, 0, 30, 0, 4)).toEqual([0, 4]);
    expect(drawn(begins, 0, 30, 0, 99)).toEqual([0]);
  });

  it('of any length draws few', () => {
    const many = offsets(Array.from({ length: 5000 }, () => 60));
    expect(drawn(many, 100_000, 760, 8, 3).length).toBeLessThan(40);
  });
});

describe('the room of names', () => {
  it('is that of the longest', () => {
    expect(roomOfNames([])).toBe(0);
    expect(roomOfNames(['ab', 'abcd', 'abc'])).toBeCloseTo(4 * 0.54);
  });

  it('counts wide letters as wide, and those of East Asia as squares', () => {
    expect(roomOfNames(['本番環境', 'abcdef'])).toBeCloseTo(4 * 0.9);
    expect(roomOfNames(['www', 'aaaa'])).toBeCloseTo(3 * 0.8);
    expect(roomOfNames(['aA'])).toBeCloseTo(0.54 + 0.68);
  });
});
