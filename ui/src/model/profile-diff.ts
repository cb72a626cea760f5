// Prepares the lines of a diff for drawing.

import type { DiffLine } from '../backend';

/** A value is underlined where its setting is wrong: the text before it, and the value. */
export function wrongPart(line: DiffLine, wrong: readonly string[]): [string, string] | null {
  if (line.mark !== 'added') return null;
  const found = /^(\s*([\w-]+)\s*=\s*)(.+)$/.exec(line.text);
  if (!found) return null;
  const [, before = '', key = '', value = ''] = found;
  return wrong.includes(key.toLowerCase()) ? [before, value] : null;
}
