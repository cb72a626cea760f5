import { describe, expect, it } from 'vitest';

import { beside, dropped, typedAhead } from './menu';

const whole = { width: 1000, height: 600 };
const size = { width: 200, height: 300 };
const at = (left: number, top: number) => ({ left, right: left + 40, top, bottom: top + 20 });

describe('a menu', () => {
  it('opens below, and above where there is no room', () => {
    expect(dropped(at(100, 100), size, whole, false)).toMatchObject({ left: 100, top: 124 });
    expect(dropped(at(100, 500), size, whole, false)).toMatchObject({ left: 100, top: 196 });
    expect(dropped(at(100, 500), size, whole, true).top).toBe(196);
    expect(dropped(at(100, 100), size, whole, true).top).toBe(124);
  });

  it('never leaves the window', () => {
    expect(dropped(at(950, 100), size, whole, false).left).toBe(792);
    const tall = dropped(at(0, 250), { width: 200, height: 900 }, whole, false);
    expect(tall).toEqual({ left: 8, top: 274, maxHeight: 318 });
    const narrow = { width: 150, height: 600 };
    expect(beside(at(0, 0), size, narrow).left).toBe(8);
  });

  it('opens beside its entry, on the side that has room', () => {
    expect(beside(at(100, 100), size, whole)).toMatchObject({ left: 140, top: 96 });
    expect(beside(at(900, 100), size, whole)).toMatchObject({ left: 700 });
    expect(beside(at(100, 580), size, whole).top).toBe(292);
  });

  it('is gone through by letters', () => {
    const texts = ['Renew', 'Copy', 'Watch', 'Watch all'];
    expect(typedAhead(texts, 0, 'w')).toBe(2);
    expect(typedAhead(texts, 2, 'w')).toBe(3);
    expect(typedAhead(texts, 3, 'w')).toBe(2);
    expect(typedAhead(texts, 2, 'wat')).toBe(2);
    expect(typedAhead(texts, 2, 'watch a')).toBe(3);
    expect(typedAhead(texts, 0, 'x')).toBe(-1);
  });
});
