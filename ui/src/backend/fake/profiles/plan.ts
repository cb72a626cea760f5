// What an edit makes of the invented files, and what is wrong with it: the rules that a test meets.

import type {
  FieldProblem,
  KindField,
  NewValue,
  ProfileEdit,
  ProfileKind,
  ProfilePlan,
  SectionRef,
} from '../..';
import { problem, problemBeside } from '../words';
import { changesOf } from './diff';
import { CHOICES } from './read';
import { FILES, homeOf, put, range, remove, rename, sections, settings, take } from './sections';
import type { Texts } from './texts';

/** What the invented clipboard holds. */
export const PASTED: readonly [string, string][] = [
  ['aws_access_key_id', 'ASIAIOSFODNN7PASTEDX'],
  ['aws_secret_access_key', 'NEWxUtnFEMI/K7MDENG/bPxRfiCYEXAMPLENEWK'],
  ['aws_session_token', 'IQoJb3JpZ2luX2VjNEWTOKEN'],
];

export function copied(texts: Texts): Texts {
  return { config: [...texts.config], credentials: [...texts.credentials] };
}

function nameProblem(texts: Texts, section: SectionRef, language: string): FieldProblem[] {
  const { name } = section;
  const at = (code: string, given: Record<string, string>): FieldProblem[] => [
    {
      field: '[name]',
      words: problem(language, code, given),
      beside: problemBeside(language, code, given),
    },
  ];
  const reason = name === '' ? 'empty' : /[[\]"'\\#;]/.test(name) ? 'brackets' : null;
  if (reason) return at('invalid_name', { name, reason });
  const taken = sections(texts).some((other) => other.is === section.is && other.name === name);
  if (!taken) return [];
  return at('name_taken', { name, place: '~/.aws/config' });
}

function fieldsOfKind(kind: ProfileKind | null): readonly KindField[] {
  return CHOICES.kinds.find((one) => one.kind === kind)?.fields ?? [];
}

/** What a kind cannot do without. */
function missingProblems(
  fields: readonly KindField[],
  kind: ProfileKind | null,
  set: readonly NewValue[],
  language: string,
): FieldProblem[] {
  const given = new Set(set.map(({ key }) => key));
  // Of keys that do instead of each other, the first is asked for.
  const asked = new Set<string>();
  const first = fields.filter(({ key, needed, instead }) => {
    const settled = [key, ...instead].some((one) => given.has(one) || asked.has(one));
    if (needed && !settled) asked.add(key);
    return needed && !settled;
  });
  return first.map(({ key }) => ({
    field: key,
    words: problem(language, 'kind_needs', { kind: kind ?? '', key }),
    beside: problemBeside(language, 'kind_needs', { kind: kind ?? '', key }),
  }));
}

/** What is wrong with the values of a section. */
export function fieldProblems(texts: Texts, section: SectionRef, language: string): FieldProblem[] {
  return valueProblems(texts, section, settings(texts, section), language);
}

function valueProblems(
  texts: Texts,
  section: SectionRef,
  values: readonly NewValue[],
  language: string,
): FieldProblem[] {
  const found: FieldProblem[] = [];
  const names = new Set(sections(texts).map(({ name }) => name));
  for (const { key, value } of values) {
    const given = { key, value, profile: section.name, place: '~/.aws/config', bracketed: '' };
    const say = (code: string, more = {}) =>
      found.push({
        field: key,
        words: problem(language, code, { ...given, ...more }),
        beside: problemBeside(language, code, { ...given, ...more }),
      });
    if (key === 'role_arn' && !/^arn:aws[\w-]*:iam::\d{12}:role\/.+$/.test(value)) {
      say('invalid_setting', { expected: 'role-arn' });
    } else if (key === 'duration_seconds' && !(Number(value) >= 900 && Number(value) <= 43_200)) {
      say('duration_out_of_range', { seconds: value });
    } else if (key === 'source_profile' && !names.has(value)) {
      say('missing_source', { source: value });
    }
  }
  return found;
}

/** Applies the edit; what cannot be applied at all is the answer. */
function apply(texts: Texts, edit: ProfileEdit, language: string): [SectionRef, FieldProblem[]] {
  switch (edit.do) {
    case 'create': {
      const { section, set } = edit;
      const needed =
        section.is === 'sso_session' ? CHOICES.ssoSessionFields : fieldsOfKind(edit.kind);
      const missing = missingProblems(needed, edit.kind, set, language);
      const errors = [...nameProblem(texts, section, language), ...missing];
      if (errors.length > 0) {
        return [section, [...errors, ...valueProblems(texts, section, set, language)]];
      }
      for (const { key, value } of edit.set) {
        put(texts, edit.section, key, value, edit.file ?? homeOf(texts, edit.section, key));
      }
      return [edit.section, []];
    }
    case 'change': {
      const section = { ...edit.section, name: edit.name };
      if (edit.name !== edit.section.name) {
        const errors = nameProblem(texts, section, language);
        if (errors.length > 0) return [section, errors];
        rename(texts, edit.section, edit.name);
      }
      for (const key of edit.unset) take(texts, section, key);
      for (const { key, value } of edit.set) {
        put(texts, section, key, value, edit.file ?? homeOf(texts, section, key));
      }
      return [section, []];
    }
    case 'duplicate': {
      const section = { ...edit.section, name: edit.name };
      const errors = nameProblem(texts, section, language);
      if (errors.length > 0) return [section, errors];
      for (const { key, value, file } of settings(texts, edit.section)) {
        put(texts, section, key, value, file);
      }
      return [section, []];
    }
    case 'remove':
      remove(texts, edit.section);
      return [edit.section, []];
    case 'paste': {
      const section: SectionRef = { is: 'profile', name: edit.profile };
      if (edit.profile === '') return [section, nameProblem(texts, section, language)];
      for (const [key, value] of PASTED) put(texts, section, key, value, 'credentials');
      return [section, []];
    }
    case 'convert': {
      const section: SectionRef = { is: 'profile', name: edit.profile };
      const set = [
        { key: 'role_arn', value: edit.roleArn },
        { key: 'source_profile', value: edit.sourceProfile },
      ].filter(({ value }) => value !== '');
      const missing = missingProblems(fieldsOfKind('role'), 'role', set, language);
      if (missing.length > 0) return [section, missing];
      for (const [key] of PASTED) take(texts, section, key);
      put(texts, section, 'role_arn', edit.roleArn, 'config');
      put(texts, section, 'source_profile', edit.sourceProfile, 'config');
      if (edit.region) put(texts, section, 'region', edit.region, 'config');
      else take(texts, section, 'region');
      return [section, []];
    }
  }
}

export function planOf(
  before: Texts,
  edit: ProfileEdit,
  language: string,
): Omit<ProfilePlan, 'id'> & { after: Texts } {
  const after = copied(before);
  const [section, refused] = apply(after, edit, language);
  const there = FILES.some((file) => range(after[file], section, file) !== null);
  const errors = refused.length > 0 || !there ? refused : fieldProblems(after, section, language);
  const { files, changes } = changesOf(before, after);
  const broken = edit.do === 'remove' ? orphans(after, section.name, language) : [];
  return {
    section,
    files,
    changes,
    errors,
    warnings: broken,
    writable: errors.length === 0 && files.length > 0,
    after,
  };
}

/** One warning for all that would miss a profile. */
function orphans(after: Texts, name: string, language: string): FieldProblem[] {
  const all = sections(after).filter((other) =>
    settings(after, other).some(({ key, value }) => key === 'source_profile' && value === name),
  );
  if (all.length === 0) return [];
  const profile = all.map((other) => other.name).join(', ');
  const given = { count: all.length, profile, name, key: 'source_profile', place: '~/.aws/config' };
  return [{ field: null, words: problem(language, 'still_referenced', given), beside: null }];
}
