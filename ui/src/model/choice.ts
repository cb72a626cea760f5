// The selection of several rows, and how clicks and keys change it.

export interface Choice {
  /** The row whose details are shown and that has the focus. */
  at: string | null;
  /** Where a range begins. */
  from: string | null;
  /** Empty while it is the one row alone. */
  many: ReadonlySet<string>;
}

export function alone(name: string): Choice {
  return { at: name, from: name, many: new Set() };
}

export const NOTHING: Choice = { at: null, from: null, many: new Set() };

/** How a row was met: alone, in addition, or up to it. */
export type How = 'alone' | 'add' | 'range';

export function howOf(event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): How {
  if (event.shiftKey) return 'range';
  return event.ctrlKey || event.metaKey ? 'add' : 'alone';
}

/** What is chosen: several, or the one row. */
export function chosen({ at, many }: Choice): readonly string[] {
  if (many.size > 0) return [...many];
  return at === null ? [] : [at];
}

export function isChosen({ at, many }: Choice, name: string): boolean {
  return many.size > 0 ? many.has(name) : at === name;
}

export function choose(before: Choice, name: string, how: How, order: readonly string[]): Choice {
  if (how === 'alone') return alone(name);
  if (how === 'add') {
    const many = new Set(chosen(before));
    if (!many.delete(name)) many.add(name);
    return { at: name, from: name, many: many.size === 1 && many.has(name) ? new Set() : many };
  }
  const from = order.indexOf(before.from ?? before.at ?? name);
  const to = order.indexOf(name);
  if (from < 0 || to < 0) return alone(name);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return {
    at: name,
    from: order[from] ?? name,
    many: range.length > 1 ? new Set(range) : new Set(),
  };
}

export function chooseAll(before: Choice, order: readonly string[]): Choice {
  return { ...before, many: new Set(order) };
}

/** What is left where rows went. The one row is kept elsewhere. */
export function still(before: Choice, there: ReadonlySet<string>): Choice {
  if ([...before.many].every((name) => there.has(name))) return before;
  const many = new Set([...before.many].filter((name) => there.has(name)));
  return { ...before, many: many.size > 1 ? many : new Set() };
}
