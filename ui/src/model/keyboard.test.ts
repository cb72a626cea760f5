import { describe, expect, it } from 'vitest';

import { isTyping, movedTo, shortcut } from './keyboard';

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
    expect(shortcut(key('r', { ctrlKey: true }), true)).toBe('renew');
    expect(shortcut(key('R', { metaKey: true }), false)).toBe('renew');
    expect(shortcut(key('2', { ctrlKey: true }), true)).toEqual({ view: 1 });
  });

  it('a slash is text where somebody types', () => {
    expect(shortcut(key('/'), false)).toBe('search');
    expect(shortcut(key('/'), true)).toBeNull();
  });

  it('leave other keys alone', () => {
    expect(shortcut(key('r'), false)).toBeNull();
    expect(shortcut(key('r', { ctrlKey: true, shiftKey: true }), false)).toBeNull();
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
