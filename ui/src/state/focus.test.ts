import { expect, it } from 'vitest';

import { FocusKeeper } from './focus';

function page(): { keeper: FocusKeeper; get: (id: string) => HTMLElement } {
  document.body.innerHTML = `
    <button id="far"></button>
    <section><div><button id="near"></button></div><p><button id="gone"></button></p></section>`;
  const keeper = new FocusKeeper();
  document.addEventListener('focusin', (event) => {
    keeper.remember(event);
  });
  return { keeper, get: (id) => document.getElementById(id) ?? document.body };
}

it('goes to what is near where it was', () => {
  const { keeper, get } = page();
  get('gone').focus();
  get('gone').parentElement?.remove();
  keeper.keep();
  expect(document.activeElement?.id).toBe('near');
});

it('stays where somebody put it, and with nothing where somebody clicked on nothing', () => {
  const { keeper, get } = page();
  get('gone').focus();
  get('far').focus();
  get('gone').remove();
  keeper.keep();
  expect(document.activeElement?.id).toBe('far');
  get('far').blur();
  keeper.keep();
  expect(document.activeElement).toBe(document.body);
});
