import { expect, it } from 'vitest';

import { noticeMinutes, wholeMinutes } from './minutes';

it('reads whole minutes only', () => {
  expect(wholeMinutes('15')).toBe(15);
  for (const text of ['', '0', '-1', '1.5', '1e3', 'abc', '015']) {
    expect(wholeMinutes(text)).toBeUndefined();
  }
});

it('keeps the longest first, and no threshold twice', () => {
  expect(noticeMinutes([15, 5], 0, 30)).toEqual([30, 5]);
  expect(noticeMinutes([15, 5], 0, 3)).toEqual([5, 3]);
  expect(noticeMinutes([15, 5], 1, null)).toEqual([15]);
  expect(noticeMinutes([15], 1, 15)).toEqual([15]);
});
