import { describe, expect, it } from 'vitest';

import { choose, chooseAll, chosen, howOf, isChosen, NOTHING, still } from './choice';

const order = ['a', 'b', 'c', 'd', 'e'];
const one = choose(NOTHING, 'b', 'alone', order);

describe('several rows', () => {
  it('are one row while nothing else was asked for', () => {
    expect(chosen(NOTHING)).toEqual([]);
    expect(chosen(one)).toEqual(['b']);
    expect(isChosen(one, 'b') && !isChosen(one, 'a')).toBe(true);
  });

  it('are added one by one, and taken away', () => {
    const two = choose(one, 'd', 'add', order);
    expect(chosen(two)).toEqual(['b', 'd']);
    expect(chosen(choose(two, 'b', 'add', order))).toEqual(['d']);
    expect(chosen(choose(two, 'd', 'add', order))).toEqual(['b']);
  });

  it('are a range from where it began, in both directions', () => {
    const down = choose(one, 'd', 'range', order);
    expect(chosen(down)).toEqual(['b', 'c', 'd']);
    expect(chosen(choose(down, 'c', 'range', order))).toEqual(['b', 'c']);
    expect(chosen(choose(down, 'a', 'range', order))).toEqual(['a', 'b']);
    expect(choose(down, 'b', 'range', order).many.size).toBe(0);
  });

  it('are all, and one again with a plain click', () => {
    const all = chooseAll(one, order);
    expect(chosen(all)).toEqual(order);
    expect(all.at).toBe('b');
    expect(chosen(choose(all, 'c', 'alone', order))).toEqual(['c']);
  });

  it('lose those that went', () => {
    const three = choose(one, 'd', 'range', order);
    expect(still(three, new Set(order))).toBe(three);
    expect(chosen(still(three, new Set(['a', 'b', 'c'])))).toEqual(['b', 'c']);
    expect(still(three, new Set(['b'])).many.size).toBe(0);
  });

  it('are told by what is held', () => {
    const keys = (more: object) => ({ shiftKey: false, ctrlKey: false, metaKey: false, ...more });
    expect(howOf(keys({}))).toBe('alone');
    expect(howOf(keys({ metaKey: true }))).toBe('add');
    expect(howOf(keys({ shiftKey: true, ctrlKey: true }))).toBe('range');
  });
});
