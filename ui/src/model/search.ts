// How every list is searched: the name that was typed first, then names that begin with it, then names
// that hold it, then whatever else of an entry does.

export interface Searched {
  name: string;
  /** What else is found, each apart from the others. */
  others: readonly (string | null | undefined)[];
}

interface Folded {
  name: string;
  all: string;
}

/** Without case and accents. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

function rank(name: string, typed: string): number {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  return name.includes(typed) ? 2 : 3;
}

/**
 * The search of one kind of entry. Each entry is read once. Found is what holds every typed word;
 * among equals the order stays.
 */
export function searcher<T extends object>(
  read: (entry: T) => Searched,
): (entries: readonly T[], query: string) => readonly T[] {
  const known = new WeakMap<T, Folded>();
  const foldedOf = (entry: T): Folded => {
    let found = known.get(entry);
    if (!found) {
      const { name, others } = read(entry);
      const all = [name, ...others.filter(Boolean)].join('\n');
      known.set(entry, (found = { name: folded(name), all: folded(all) }));
    }
    return found;
  };
  return (entries, query) => {
    const typed = folded(query).trim();
    if (!typed) return entries;
    const words = typed.split(/\s+/);
    const ranks: T[][] = [[], [], [], []];
    for (const entry of entries) {
      const { name, all } = foldedOf(entry);
      if (words.every((word) => all.includes(word))) ranks[rank(name, typed)]?.push(entry);
    }
    return ranks.flat();
  };
}
