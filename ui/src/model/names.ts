// The order of names: numbers as numbers, without case and accents.

const keys = new Map<string, string>();

/**
 * What names are compared by. A collator would read each of 5,000 names a dozen times; this reads
 * it once.
 */
function keyOf(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = name
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/\d+/g, (digits) => digits.padStart(16, '0'));
    keys.set(name, key);
  }
  return key;
}

export function compareNames(a: string, b: string): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
