import { describe, expect, it } from 'vitest';

import type { FieldProblem, ProfileForm, ProfilePlan } from '../backend';
import { problemText } from '../testing/problem-text';
import { wrongPart } from './profile-diff';
import { NAME, problemsOf, messagesAt, messagesElsewhere } from './profile-messages';

const problem = (
  field: string | null,
  message: string,
  beside: string | null = null,
): FieldProblem => ({
  field,
  words: problemText({ message, next: 'Mend it.' }),
  beside,
});
const plan: ProfilePlan = {
  id: '1',
  section: null,
  files: [],
  changes: 0,
  errors: [problem('region', 'Wrong.'), problem(NAME, 'Taken.')],
  warnings: [problem('region', 'Odd.'), problem(null, 'Others depend on it.')],
  writable: false,
};

describe('what is said about a plan', () => {
  it('stands at its field, errors first, with the fix', () => {
    expect(messagesAt(plan, 'region')).toEqual([
      { tone: 'bad', text: 'Wrong. Mend it.' },
      { tone: 'warn', text: 'Odd. Mend it.' },
    ]);
    expect(messagesAt(null, 'region')).toEqual([]);
  });

  it('is short at a field that tells what it is about, and whole elsewhere', () => {
    const short = { ...plan, errors: [problem('region', 'Region is wrong.', 'Wrong.')] };
    expect(messagesAt(short, 'region')[0]?.text).toBe('Wrong.');
    expect(messagesElsewhere(short, new Set())[0]?.text).toBe('Region is wrong. Mend it.');
  });

  it('stands above where its field is not shown', () => {
    const texts = messagesElsewhere(plan, new Set(['region'])).map(({ text }) => text);
    expect(texts).toEqual(['Taken. Mend it.', 'Others depend on it. Mend it.']);
  });

  it('is of the section itself while nothing is planned, and keeps nobody from writing', () => {
    const form = { problems: [problem('region', 'Odd.')] } as unknown as ProfileForm;
    expect(messagesAt(problemsOf(null, form), 'region')).toEqual([
      { tone: 'warn', text: 'Odd. Mend it.' },
    ]);
    expect(messagesAt(problemsOf(plan, form), 'region')).toHaveLength(2);
  });

  it('underlines the wrong value of a line that comes, and no other', () => {
    const line = (text: string) => ({ mark: 'added' as const, old: null, new: 1, text });
    expect(wrongPart(line('region = x y'), ['region'])).toEqual(['region = ', 'x y']);
    expect(wrongPart(line('output = json'), ['region'])).toBeNull();
    expect(wrongPart({ ...line('region = x'), mark: 'removed' }, ['region'])).toBeNull();
  });
});
