// What Rust says of something that went wrong, of which a test gives what it looks at.

import type { Words } from '../backend';

export function words(given: Partial<Words> = {}): Words {
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
