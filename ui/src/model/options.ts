// Filters a combobox's options by the text typed so far.

import { searcher } from './search';

export interface Option {
  value: string;
  /** What stands beside it, such as the name of a region. */
  hint: string;
}

const search = searcher<Option>(({ value, hint }) => ({ name: value, others: [hint] }));

/** Options that hold every typed word; the one that was typed comes first. */
export function offered<T extends Option>(options: readonly T[], typed: string): readonly T[] {
  return search(options, typed) as readonly T[];
}
