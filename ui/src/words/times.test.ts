import { beforeEach, describe, expect, it } from 'vitest';

import { duration, nextChange, size, timeLeft, timeOfDay, withTimes } from './times';
import { setLanguage, setTimeFormat } from './words.svelte';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => {
  setLanguage('en');
  setTimeFormat('24h');
});

describe('duration', () => {
  it.each([
    [-5, 'less than 1 min'],
    [59_999, 'less than 1 min'],
    [MINUTE, '1 min'],
    [2 * MINUTE - 1, '1 min'],
    [HOUR, '1 h'],
    [3 * HOUR + 12 * MINUTE, '3 h 12 min'],
    [24 * HOUR, '1 d'],
    [52 * HOUR + 59 * MINUTE, '2 d 4 h'],
  ])('of %d ms is %s', (given, said) => {
    expect(duration(given)).toBe(said);
  });
});

it('what is left is said to the nearest minute', () => {
  expect(timeLeft(HOUR - 1)).toBe('1 h');
  expect(timeLeft(HOUR - 30_001)).toBe('59 min');
  expect(timeLeft(30_000)).toBe('1 min');
  expect(timeLeft(29_999)).toBe('less than 1 min');
});

describe('the next change of a label', () => {
  it.each([
    [90_000, 'ahead'],
    [60_000, 'on a whole minute ahead'],
    [1, 'about to come'],
    [-1, 'just gone'],
    [-90_000, 'behind'],
  ])('is its very first moment: %d (%s)', (apart) => {
    const now = 1_000_000_000_000;
    const label = (at: number) =>
      now + apart >= at ? timeLeft(now + apart - at) : duration(at - now - apart);
    const change = nextChange(now + apart, now);
    expect(change).toBeGreaterThan(now);
    expect(change - now).toBeLessThanOrEqual(MINUTE + 1);
    expect(label(change - 1)).toBe(label(now));
    // Crossing zero changes the words around the duration, not the duration.
    if (Math.abs(apart) >= MINUTE) expect(label(change)).not.toBe(label(now));
  });
});

describe('a time of day', () => {
  const noon = new Date(2026, 10, 23, 12, 0).getTime();

  it('is short today', () => {
    expect(timeOfDay(noon + 2 * HOUR + 5 * MINUTE, noon)).toBe('14:05');
  });

  it('names the day where it is another', () => {
    expect(timeOfDay(noon + 24 * HOUR, noon)).toMatch(/Tue.*12:00/);
    expect(timeOfDay(noon + 30 * 24 * HOUR, noon)).toMatch(/23.*Dec.*12:00|Dec.*23.*12:00/);
    expect(timeOfDay(noon + 800 * 24 * HOUR, noon)).toMatch(/2029/);
  });

  it('follows language and format', () => {
    setTimeFormat('12h');
    expect(timeOfDay(noon + 2 * HOUR, noon)).toMatch(/^2:00\sPM$/);
    expect(timeOfDay(noon - 9 * HOUR + 48 * MINUTE, noon)).toMatch(/^3:48\sAM$/);
    setTimeFormat('24h');
    expect(timeOfDay(noon - 9 * HOUR + 48 * MINUTE, noon)).toBe('03:48');
    setLanguage('pt-BR');
    setTimeFormat('24h');
    expect(timeOfDay(noon + 24 * HOUR, noon)).toMatch(/ter.*12:00/);
  });
});

it('instants within a sentence are times here', () => {
  const noon = new Date(2026, 10, 23, 12, 0).getTime();
  const instant = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
  const sentence = (first: string, second: string) =>
    `It expired at ${first}, the client at ${second}.`;
  expect(withTimes(sentence(instant(noon - HOUR), instant(noon + HOUR)), noon)).toBe(
    sentence('11:00', '13:00'),
  );
  for (const none of ['2026-11-23', 'at 2026-99-99T99:99:99Z', 'x2026-11-23T10:00:00Z', '']) {
    expect(withTimes(none, noon)).toBe(none);
  }
});

it('a size has the comma of its language', () => {
  expect(size(1402)).toBe('1.4 kB');
  expect(size(2_500_000)).toBe('2.5 MB');
  setLanguage('pt-BR');
  expect(size(1402)).toBe('1,4 kB');
});
