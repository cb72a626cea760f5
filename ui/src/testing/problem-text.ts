// A `ProblemText` for tests, of which each test sets the parts it needs.

import type { ProblemText } from '../backend';

export function problemText(given: Partial<ProblemText> = {}): ProblemText {
  const nothing = { field: null, detail: null, place: null };
  return {
    code: 'x',
    brief: 'x',
    message: 'It did not work.',
    next: 'Try again.',
    ...nothing,
    ...given,
  };
}
