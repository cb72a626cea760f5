// The change between two texts, as Rust shows it.

import type { DiffLine, FileChange } from '../..';
import { FILES, PATHS } from './sections';
import type { Texts } from './texts';

const CONTEXT = 2;

export function isSecret(key: string): boolean {
  return /secret|password|token$/.test(key);
}

/** As the AWS CLI shows secrets: the last four characters, of a token none. */
export function masked(key: string, value: string): string {
  return isSecret(key) ? '*'.repeat(16) : value;
}

function shown(line: string): string {
  const [, key, value] = /^([\w.-]+) = (.*)$/.exec(line) ?? [];
  return key && value !== undefined ? `${key} = ${masked(key, value)}` : line;
}

/** Lines that stay at both ends and runs of equal lines between; good enough for invented files. */
function compare(old: readonly string[], now: readonly string[]): DiffLine[] {
  const found: DiffLine[] = [];
  let [left, right] = [0, 0];
  const same = () => {
    found.push({ mark: 'same', old: left + 1, new: right + 1, text: shown(old[left] ?? '') });
    left += 1;
    right += 1;
  };
  while (left < old.length || right < now.length) {
    if (left < old.length && right < now.length && old[left] === now[right]) {
      same();
      continue;
    }
    const later = (lines: readonly string[], from: number, line: string | undefined) =>
      line === undefined ? -1 : lines.indexOf(line, from);
    const came = later(now, right, old[left]);
    const went = later(old, left, now[right]);
    if (
      right < now.length &&
      (left >= old.length || (came >= 0 && (went < 0 || came - right <= went - left)))
    ) {
      found.push({ mark: 'added', old: null, new: right + 1, text: shown(now[right] ?? '') });
      right += 1;
    } else {
      found.push({ mark: 'removed', old: left + 1, new: null, text: shown(old[left] ?? '') });
      left += 1;
    }
  }
  return found;
}

/** A changed line goes before the new one comes; only what is near a change is shown. */
function near(lines: readonly DiffLine[]): DiffLine[] {
  const found: DiffLine[] = [];
  let gap = false;
  lines.forEach((line, at) => {
    const around = lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1);
    if (around.every(({ mark }) => mark === 'same')) {
      gap = true;
      return;
    }
    if (gap && found.length > 0) found.push({ mark: 'gap', old: null, new: null, text: '' });
    gap = false;
    found.push(line);
  });
  return found;
}

function runs(lines: readonly DiffLine[]): number {
  const changed = (line: DiffLine | undefined) =>
    line?.mark === 'added' || line?.mark === 'removed';
  return lines.filter((line, at) => changed(line) && !changed(lines[at - 1])).length;
}

export function changesOf(before: Texts, after: Texts): { files: FileChange[]; changes: number } {
  const files: FileChange[] = [];
  for (const file of FILES) {
    const [old, now] = [before[file], after[file]];
    if (old.join('\n') === now.join('\n')) continue;
    const lines = near(compare(old, now));
    const count = (mark: DiffLine['mark']) => lines.filter((line) => line.mark === mark).length;
    files.push({
      file,
      path: PATHS[file],
      exists: old.length > 0,
      lines,
      removed: count('removed'),
      added: count('added'),
    });
  }
  return { files, changes: files.reduce((sum, { lines }) => sum + runs(lines), 0) };
}
