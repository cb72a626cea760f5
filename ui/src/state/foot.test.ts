import { describe, expect, it } from 'vitest';

import { taken } from './foot';

describe('the foot of the window', () => {
  it('is what the highest bar at its end takes', () => {
    const bars = [
      { top: 700, bottom: 760 },
      { top: 640, bottom: 760 },
    ];
    expect(taken(bars, 760)).toBe(120);
  });

  it('is free where no bar stands, is seen, or reaches it', () => {
    expect(taken([], 760)).toBe(0);
    const others = [
      { top: 0, bottom: 0 },
      { top: 300, bottom: 360 },
      { top: 760, bottom: 760 },
    ];
    expect(taken(others, 760)).toBe(0);
  });
});
