import { describe, expect, it } from 'vitest';

import { row } from '../testing/rows';
import { noPatch, view } from '../testing/backend';
import { problemText } from '../testing/problem-text';
import { announcements, applyPatch, keepSelection } from './patch';

const [a, b, c] = [row('a', {}), row('b', {}), row('c', {})];

describe('a patch', () => {
  it('replaces what changed and leaves the other objects', () => {
    const before = view([a, b]);
    const changed = row('b', { state: 'expired' });
    const after = applyPatch(before, { ...noPatch, sessions: [changed] });
    expect(after.sessions).toEqual([a, changed]);
    expect(after.sessions[0]).toBe(a);
    expect(after.caches).toBe(before.caches);
  });

  it('without sessions keeps the list itself', () => {
    const before = view([a, b]);
    expect(applyPatch(before, { ...noPatch, caches: [] }).sessions).toBe(before.sessions);
  });

  it('adds, moves and drops by the order', () => {
    const after = applyPatch(view([a, b]), { ...noPatch, sessions: [c], order: ['c', 'a'] });
    expect(after.sessions).toEqual([c, a]);
  });

  it('with a name nobody told about drops it', () => {
    const after = applyPatch(view([a]), { ...noPatch, order: ['a', 'ghost'] });
    expect(after.sessions).toEqual([a]);
  });
});

describe('what is said aloud', () => {
  const said = (before: Parameters<typeof row>[1], after: Parameters<typeof row>[1]) =>
    announcements([row('a', before)], { ...noPatch, sessions: [row('a', after)] }).map(
      ({ what }) => what,
    );
  const failure = problemText({ message: 'x', next: '' });

  it('is an outcome', () => {
    expect(said({ progress: 'renewing' }, { progress: 'renewed' })).toEqual(['renewed']);
    expect(said({ progress: 'renewing' }, { failure })).toEqual(['failed']);
    expect(said({}, { group: 'needs_you' })).toEqual(['needs_you']);
  });

  it('is never progress, minutes, or what was already so', () => {
    expect(said({}, { progress: 'renewing' })).toEqual([]);
    expect(said({ expiresAt: 1 }, { expiresAt: 2 })).toEqual([]);
    expect(said({ failure }, { failure, watched: false })).toEqual([]);
  });
});

describe('the selection', () => {
  it('stays with its profile', () => {
    expect(keepSelection(['a', 'b'], ['b', 'a'], 'b')).toBe('b');
  });

  it('goes to who took the place of one that vanished', () => {
    expect(keepSelection(['a', 'b', 'c'], ['a', 'c'], 'b')).toBe('c');
    expect(keepSelection(['a', 'b'], ['a'], 'b')).toBe('a');
    expect(keepSelection(['a'], [], 'a')).toBeNull();
  });
});
