// Finds the place where an edit cannot be made as it is.

import { tick } from 'svelte';

import { valuesOf } from '../../model/profile-draft';
import { NAME } from '../../model/profile-messages';
import type { Editor } from '../../state/editor.svelte';
import { t } from '../../words/words.svelte';
import { fieldName } from './field-text';

function isEmpty({ draft, form, proposal }: Editor, field: string): boolean {
  if (field === NAME) return draft?.name === '';
  if (proposal) {
    const given = { role_arn: proposal.roleArn, source_profile: proposal.sourceProfile };
    return given[field as keyof typeof given] === '';
  }
  return draft !== null && !valuesOf(draft, form)[field];
}

/** The first thing that keeps an edit from being saved; `elsewhere` is said of what belongs to no field. */
export function wrongText(editor: Editor, elsewhere: string): string {
  const [first] = editor.plan?.errors ?? [];
  if (!first) return '';
  if (first.field === null) return elsewhere;
  const field = fieldName(first.field);
  return isEmpty(editor, first.field)
    ? t('window-profiles-missing', { field })
    : t('window-profiles-correct', { field });
}

/** Why an edit cannot be saved as it is; empty: it can. */
export function whyNotSaved(editor: Editor): string {
  const { failure, plan } = editor;
  if (failure) return failure.message;
  return wrongText(editor, plan?.errors[0]?.words.message ?? '');
}

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
