import { describe, expect, it } from 'vitest';

import { Wheel } from './wheel';

const PIXELS = 0;
const LINES = 1;

describe('the wheel', () => {
  it('zooms a step a notch, and joins what a touch pad tells in pieces', () => {
    const wheel = new Wheel();
    expect(wheel.turn(-120, PIXELS)).toBe('in');
    expect(wheel.turn(3, LINES)).toBe('out');
    const pieces = Array.from({ length: 11 }, () => wheel.turn(-10, PIXELS));
    expect(pieces.filter(Boolean)).toEqual(['in']);
  });

  it('begins anew the other way', () => {
    const wheel = new Wheel();
    wheel.turn(90, PIXELS);
    expect(wheel.turn(-90, PIXELS)).toBeNull();
    expect(wheel.turn(-20, PIXELS)).toBe('in');
  });
});
