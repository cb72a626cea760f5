// Texts about a profile, in the language in use.

import type { ProfileForm } from '../../backend';
import { type FormKind, labelOf } from '../../model/profile-fields';
import { formKind, type ProfileItem } from '../../model/profile-list';
import { NAME } from '../../model/profile-messages';
import { duration, timeLeft } from '../../words/times';
import { t } from '../../words/words.svelte';
import { KINDS } from './kinds';

/** A kind inside a sentence; abbreviations stay as they are. */
export function kindInside(kind: FormKind): string {
  const word = t(KINDS[kind].word);
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLocaleLowerCase() + word.slice(1) : word;
}

/** "Role · MFA · user1" */
export function secondLine(item: ProfileItem): string[] {
  const kind = item.type === 'services' ? '' : t(KINDS[item.kind].word);
  const parts = [kind, item.mfa ? 'MFA' : '', item.via ?? ''];
  return parts.filter(Boolean);
}

/** "role in 210987654321", "temporary keys, expired 5 min ago" */
export function underName(form: ProfileForm, now: number): string {
  const kind = kindInside(formKind(form.section, form.kind));
  const { account, expiresAt } = form;
  if (expiresAt !== null) {
    const left = expiresAt - now;
    return left > 0
      ? t('window-profiles-expires', { kind, duration: timeLeft(left) })
      : t('window-profiles-expired', { kind, duration: duration(-left) });
  }
  return account ? t('window-profiles-in-account', { kind, account }) : kind;
}

/** A field as a sentence names it: as it is labelled. */
export function fieldName(key: string): string {
  if (key === NAME) return t('window-profiles-name');
  const label = labelOf(key);
  return label ? t(label) : key;
}
