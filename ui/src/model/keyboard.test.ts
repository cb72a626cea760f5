import { describe, expect, it } from 'vitest';

import { isTyping, movedTo, pressed, reloads, SHORTCUTS } from './keyboard';

const key = (name: string, more: Partial<KeyboardEventInit> = {}) =>
  new KeyboardEvent('keydown', { key: name, ...more });

describe('moving', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 9, 9],
    ['ArrowDown', null, 0],
    ['ArrowUp', 0, 0],
    ['ArrowUp', null, 0],
    ['PageDown', 5, 9],
    ['PageUp', 5, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['a', 5, null],
  ])('%s from %s goes to %s', (name, from, to) => {
    expect(movedTo(key(name), from, 10)).toBe(to);
  });

  it('leaves keys with modifiers and empty lists alone', () => {
    expect(movedTo(key('ArrowDown', { ctrlKey: true }), 1, 10)).toBeNull();
    expect(movedTo(key('ArrowDown'), null, 0)).toBeNull();
  });
});

describe('shortcuts', () => {
  it('work everywhere', () => {
    expect(pressed(key('r', { ctrlKey: true }), 'anywhere', true)).toBe('renew');
    expect(pressed(key('R', { metaKey: true }), 'anywhere')).toBe('renew');
    expect(pressed(key('2', { ctrlKey: true }), 'anywhere', true)).toBe('view-2');
    expect(pressed(key('F1'), 'anywhere', true)).toBe('shortcuts');
  });

  it('a sign is text where somebody types', () => {
    expect(pressed(key('/'), 'anywhere')).toBe('search');
    expect(pressed(key('/'), 'anywhere', true)).toBeNull();
    expect(pressed(key('?', { shiftKey: true }), 'anywhere')).toBe('shortcuts');
    expect(pressed(key('?', { shiftKey: true }), 'anywhere', true)).toBeNull();
  });

  it('do not ask how a keyboard makes a sign', () => {
    for (const name of ['+', '=']) {
      for (const shiftKey of [true, false]) {
        expect(pressed(key(name, { ctrlKey: true, shiftKey }), 'anywhere')).toBe('zoom-in');
      }
    }
  });

  it('leave other keys alone', () => {
    expect(pressed(key('r'), 'anywhere')).toBeNull();
    expect(pressed(key('r', { ctrlKey: true, shiftKey: true }), 'anywhere')).toBeNull();
    expect(pressed(key('r', { ctrlKey: true, altKey: true }), 'anywhere')).toBeNull();
    expect(pressed(key('Enter'), 'anywhere')).toBeNull();
  });

  it('mean one thing each', () => {
    const all = SHORTCUTS.flatMap(({ where, keys }) =>
      keys.map((chord) => JSON.stringify({ where, ...chord })),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it('know every key that loads a page anew', () => {
    for (const shiftKey of [true, false]) {
      for (const ctrlKey of [true, false]) {
        expect(reloads(key('F5', { ctrlKey, shiftKey }))).toBe(true);
      }
      expect(reloads(key('R', { ctrlKey: true, shiftKey }))).toBe(true);
    }
    expect(reloads(key('r'))).toBe(false);
  });
});

it('typing is where text goes', () => {
  const input = document.createElement('input');
  expect(isTyping(input)).toBe(true);
  input.type = 'checkbox';
  expect(isTyping(input)).toBe(false);
  expect(isTyping(document.createElement('button'))).toBe(false);
  expect(isTyping(null)).toBe(false);
});
