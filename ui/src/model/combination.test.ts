import { expect, it } from 'vitest';

import { combination } from './combination';

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, code: '' };

it('reads a combination as it is pressed', () => {
  const ctrlAlt = { ...none, ctrlKey: true, altKey: true };
  expect(combination({ ...none, key: 'Control', ctrlKey: true })).toEqual({
    text: 'Ctrl+',
    complete: false,
  });
  expect(combination({ ...ctrlAlt, key: 's', code: 'KeyS' })).toEqual({
    text: 'Ctrl+Alt+S',
    complete: true,
  });
  expect(combination({ ...none, metaKey: true, key: ' ' }).text).toBe('Super+Space');
  expect(combination({ ...none, altKey: true, shiftKey: true, key: 'F9' }).text).toBe(
    'Alt+Shift+F9',
  );
});

it('goes by the place of a key where its letter is none', () => {
  const held = { ...none, ctrlKey: true, shiftKey: true };
  expect(combination({ ...held, key: 'ы', code: 'KeyS' }).text).toBe('Ctrl+Shift+S');
  expect(combination({ ...held, key: '!', code: 'Digit1' }).text).toBe('Ctrl+Shift+1');
  expect(combination({ ...held, key: '~', code: 'Backquote' }).text).toBe('Ctrl+Shift+`');
  expect(combination({ ...held, key: 'Dead', code: 'Lang1' })).toEqual({
    text: 'Ctrl+Shift+',
    complete: false,
  });
});

it('takes no letter from every other program', () => {
  expect(combination({ ...none, key: 's', code: 'KeyS' }).complete).toBe(false);
  expect(combination({ ...none, shiftKey: true, key: 'S', code: 'KeyS' }).complete).toBe(false);
  expect(combination({ ...none, key: 'F5' }).complete).toBe(false);
});
