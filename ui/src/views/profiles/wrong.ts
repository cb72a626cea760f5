// Where an edit cannot be made as it is.

import { tick } from 'svelte';

import type { Editor } from '../../state/editor.svelte';

/** Shows what is wrong at every field, and puts the focus into the first of them. Whether anything is. */
export function showWrong(editor: Editor): boolean {
  const wrong = editor.wrong();
  if ((editor.plan?.errors.length ?? 0) === 0) return false;
  void tick().then(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('.editor [data-field]')];
    const row = rows.find(({ dataset }) => wrong.has(dataset['field'] ?? ''));
    const field = row?.querySelector<HTMLElement>('input, select, textarea');
    if (field) field.focus();
    else document.querySelector('.editor [data-scroller]')?.scrollTo({ top: 0 });
  });
  return true;
}
