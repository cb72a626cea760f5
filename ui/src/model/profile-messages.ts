// Sorts Rust's messages about a plan or a section to the fields they belong to.

import type { FieldProblem, ProfileForm, ProfilePlan } from '../backend';

export interface Message {
  tone: 'bad' | 'warn' | 'ok';
  text: string;
}

/** What a plan calls the section's name. */
export const NAME = '[name]';

/** What is wrong with a plan, or with a section as it stands. */
export interface Problems {
  errors: readonly FieldProblem[];
  warnings: readonly FieldProblem[];
}

/** Without an edit it is the section itself that is judged, and nothing keeps anybody from writing. */
export function problemsOf(plan: ProfilePlan | null, form: ProfileForm | null): Problems {
  return plan ?? { errors: [], warnings: form?.problems ?? [] };
}

function whole({ words }: FieldProblem): string {
  return [words.message, words.next].filter(Boolean).join(' ');
}

function said(
  problems: Problems | null,
  wanted: (problem: FieldProblem) => boolean,
  text: (problem: FieldProblem) => string,
): Message[] {
  const all = (tone: Message['tone'], list: readonly FieldProblem[]) =>
    list.filter(wanted).map((problem): Message => ({ tone, text: text(problem) }));
  return [...all('bad', problems?.errors ?? []), ...all('warn', problems?.warnings ?? [])];
}

/** Without an edit, and wherever it may be said, all of it; else nothing yet. */
export function problemsSoFar(
  problems: Problems,
  edited: boolean,
  says: (field: string | null) => boolean,
): Problems {
  if (!edited) return problems;
  const may = ({ field }: FieldProblem): boolean => says(field);
  return { errors: problems.errors.filter(may), warnings: problems.warnings.filter(may) };
}

/** What is said at one field: in few words, where the field tells what they are about. */
export function messagesAt(problems: Problems | null, field: string): Message[] {
  return said(
    problems,
    (problem) => problem.field === field,
    (problem) => problem.beside ?? whole(problem),
  );
}

/** What belongs to no field that is shown. */
export function messagesElsewhere(
  problems: Problems | null,
  fields: ReadonlySet<string>,
): Message[] {
  return said(problems, ({ field }) => field === null || !fields.has(field), whole);
}
