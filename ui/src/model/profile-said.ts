// What Rust says about a plan, sorted to where it belongs.

import type { FieldProblem, ProfilePlan } from '../backend';

export interface Said {
  tone: 'bad' | 'warn' | 'ok';
  text: string;
}

function sentence({ words }: FieldProblem): string {
  return [words.message, words.next].filter(Boolean).join(' ');
}

/** What a plan calls the section's name. */
export const NAME = '[name]';

/** What is said at one field. */
export function saidAt(plan: ProfilePlan | null, field: string): Said[] {
  const at = ({ field: other }: FieldProblem) => other === field;
  return [
    ...(plan?.errors ?? []).filter(at).map((one): Said => ({ tone: 'bad', text: sentence(one) })),
    ...(plan?.warnings ?? [])
      .filter(at)
      .map((one): Said => ({ tone: 'warn', text: sentence(one) })),
  ];
}

/** What belongs to no field that is shown. */
export function saidElsewhere(plan: ProfilePlan | null, fields: ReadonlySet<string>): Said[] {
  const elsewhere = ({ field }: FieldProblem) => field === null || !fields.has(field);
  return [
    ...(plan?.errors ?? [])
      .filter(elsewhere)
      .map((one): Said => ({ tone: 'bad', text: sentence(one) })),
    ...(plan?.warnings ?? [])
      .filter(elsewhere)
      .map((one): Said => ({ tone: 'warn', text: sentence(one) })),
  ];
}
