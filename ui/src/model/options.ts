// What a list of choices offers for the text typed so far.

export interface Option {
  value: string;
  /** What stands beside it, such as the name of a region. */
  hint: string;
}

/** Options that hold every typed word; those that begin with the text come first. */
export function offered<T extends Option>(options: readonly T[], typed: string): readonly T[] {
  const text = typed.trim().toLowerCase();
  if (!text) return options;
  const words = text.split(/\s+/);
  const [begin, hold]: [T[], T[]] = [[], []];
  for (const option of options) {
    const value = option.value.toLowerCase();
    if (value.startsWith(text)) begin.push(option);
    else {
      const all = `${value}\n${option.hint.toLowerCase()}`;
      if (words.every((word) => all.includes(word))) hold.push(option);
    }
  }
  return [...begin, ...hold];
}
