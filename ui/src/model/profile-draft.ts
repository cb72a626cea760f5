// An unsaved edit: the typed values, and the change they ask for.

import type {
  FileName,
  NewValue,
  FormSetting,
  ProfileChoices,
  ProfileEdit,
  ProfileForm,
  ProfileKind,
  SectionRef,
} from '../backend';
import { type FormKind, keysOf, type Values } from './profile-fields';
import { formKind } from './profile-list';

export interface Draft {
  /** Null: it is to be made. */
  section: SectionRef | null;
  name: string;
  kind: FormKind;
  /** What was typed, by key; an empty text takes the setting out. */
  typed: Values;
  /** The file for keys that may stand in either. */
  file: FileName | null;
  /** Of what it is to be a copy, secrets and all. */
  copyOf: SectionRef | null;
}

const EMPTY = { section: null, name: '', typed: {}, file: null, copyOf: null };

export function newDraft(kind: FormKind): Draft {
  return { ...EMPTY, kind };
}

export function draftOf(form: ProfileForm): Draft {
  const { section, kind } = form;
  return { ...EMPTY, section, name: section.name, kind: formKind(section, kind) };
}

/** A free name is proposed for a copy. */
export function copyDraft(section: SectionRef, kind: FormKind, name: string): Draft {
  return { ...EMPTY, kind, name, copyOf: section };
}

/** The same edit on another text: what that text says already is no change any more. */
export function rebased(draft: Draft, form: ProfileForm): Draft {
  const start: Draft = { ...draft, typed: {} };
  const stored = new Set(form.settings.map(({ key }) => key));
  return Object.entries(draft.typed).reduce((now, [key, value]) => {
    if (value !== '') return typing(now, form, key, value);
    return stored.has(key) ? removing(now, key) : now;
  }, start);
}

/** What a field shows: what was typed, else what stands in the file. A secret is never shown. */
export function valuesOf(draft: Draft, form: ProfileForm | null): Values {
  const stored = (form?.settings ?? [])
    .filter(({ secret, block }) => !secret && block.length === 0)
    .map(({ key, value }): [string, string] => [key, value]);
  return { ...Object.fromEntries(stored), ...draft.typed };
}

/** Nothing of it is shown, as of an address or a command that holds a secret. */
export function isWhollySecret({ secret, value }: FormSetting): boolean {
  return secret && /^\**$/.test(value);
}

/** Typing what stands there already is no change; nor is an empty field where there was nothing. */
export function typing(draft: Draft, form: ProfileForm | null, key: string, value: string): Draft {
  const stored = form?.settings.find((setting) => setting.key === key);
  const typed = Object.entries(draft.typed).filter(([other]) => other !== key);
  const same = stored?.secret ? value === '' : value === (stored?.value ?? '');
  if (!same) typed.push([key, value]);
  return { ...draft, typed: Object.fromEntries(typed) };
}

/** A region that nobody chose is that of the source, whichever that is; one that was chosen stays. */
export function followed(now: string, before: string | null, after: string | null): string {
  return now === '' || now === before ? (after ?? '') : now;
}

/** A new role has the region of the profile that assumes it, until another is typed. */
export function sourcing(
  draft: Draft,
  form: ProfileForm | null,
  source: string,
  regionOf: (profile: string) => string | null,
): Draft {
  const values = valuesOf(draft, form);
  const next = typing(draft, form, 'source_profile', source);
  if (draft.section !== null) return next;
  const before = regionOf(values['source_profile'] ?? '');
  return typing(next, form, 'region', followed(values['region'] ?? '', before, regionOf(source)));
}

/** A setting goes with the next write. */
export function removing(draft: Draft, key: string): Draft {
  return { ...draft, typed: { ...draft.typed, [key]: '' } };
}

/** A setting stays after all. */
export function keeping(draft: Draft, key: string): Draft {
  const typed = Object.entries(draft.typed).filter(([other]) => other !== key);
  return { ...draft, typed: Object.fromEntries(typed) };
}

/** Another kind has other fields: settings that only the old kind has go. */
export function ofKind(
  draft: Draft,
  form: ProfileForm | null,
  kind: FormKind,
  choices: ProfileChoices,
): Draft {
  const wanted = keysOf(choices, kind);
  const stored = new Set(form?.settings.map(({ key }) => key));
  const left = keysOf(choices, draft.kind);
  // What was typed for the old kind alone goes with it; what was taken out for it comes back.
  const kept = Object.entries(draft.typed).filter(([key, value]) =>
    stored.has(key) ? value !== '' || !wanted.has(key) : wanted.has(key) || !left.has(key),
  );
  const original = form ? keysOf(choices, formKind(form.section, form.kind)) : left;
  const gone = [...original].filter((key) => stored.has(key) && !wanted.has(key));
  return {
    ...draft,
    kind,
    typed: { ...Object.fromEntries(kept), ...Object.fromEntries(gone.map((key) => [key, ''])) },
  };
}

export function isChanged(draft: Draft): boolean {
  if (draft.section === null) return true;
  return draft.name !== draft.section.name || Object.keys(draft.typed).length > 0;
}

/** Settings of the section that have no field of their own. */
export function otherSettings(
  draft: Draft,
  form: ProfileForm | null,
  fields: readonly { key: string }[],
): (FormSetting | NewValue)[] {
  const own = new Set(fields.map(({ key }) => key));
  const stored = (form?.settings ?? []).filter(({ key }) => !own.has(key));
  const known = new Set(stored.map(({ key }) => key));
  const added = Object.entries(draft.typed)
    .filter(([key]) => !own.has(key) && !known.has(key))
    .map(([key, value]) => ({ key, value }));
  return [...stored, ...added];
}

function kindOf(draft: Draft): ProfileKind | null {
  if (draft.kind === 'other' || draft.kind === 'sso_session') return null;
  return draft.kind === 'role' && draft.typed['mfa_serial'] ? 'role_mfa' : draft.kind;
}

export function editOf(draft: Draft): ProfileEdit {
  const typed = Object.entries(draft.typed);
  const set = typed.filter(([, value]) => value !== '').map(([key, value]) => ({ key, value }));
  const unset = typed.filter(([, value]) => value === '').map(([key]) => key);
  const { section, name, file, copyOf } = draft;
  if (copyOf) return { do: 'duplicate', section: copyOf, name };
  if (section) return { do: 'change', section, name, set, unset, file };
  const is = draft.kind === 'sso_session' ? 'sso_session' : 'profile';
  return { do: 'create', section: { is, name }, kind: kindOf(draft), set, file };
}
