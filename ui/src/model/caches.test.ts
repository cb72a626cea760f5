import { expect, it } from 'vitest';

import { recordedView } from '../testing/recorded';
import { costOf, filteredCaches, sortedCaches } from './caches';

const all = recordedView().caches;

it('what has run out costs nothing and is not asked about', () => {
  const cost = costOf(all.filter((row) => row.expired));
  expect(cost.asks).toBe(false);
  expect(cost.counts.nothing).toBe(3);
});

it('what somebody would notice is asked about, with who needs a person', () => {
  const cost = costOf(all);
  expect(cost.asks).toBe(true);
  expect(cost.profiles.needs_you).toEqual(['prod-admin', 'data-eng', 'data-lab']);
});

it('a file nobody knows is never removed', () => {
  expect(costOf(all).files.some((row) => row.kind === 'other')).toBe(false);
});

it('are sorted both ways, what has no expiry last', () => {
  const first = sortedCaches(all, { column: 'expires', down: false });
  expect(first[0]?.profiles).toEqual(['old-audit']);
  expect(first.at(-1)?.expiresAt).toBeNull();
  expect(sortedCaches(all, { column: 'size', down: true })[0]?.bytes).toBe(3301);
});

it('are found by owner and file', () => {
  expect(filteredCaches(all, 'data-eng sso/').map((row) => row.kind)).toEqual(['sso_token']);
});
