// The invented files as sections: found, read and changed line by line.

import type { FileName, SectionRef } from '../..';
import type { Texts } from './texts';

export const FILES: readonly FileName[] = ['config', 'credentials'];
export const PATHS: Record<FileName, string> = {
  config: '~/.aws/config',
  credentials: '~/.aws/credentials',
};

export interface Line {
  key: string;
  value: string;
  file: FileName;
  /** From 0. */
  at: number;
  nested: { key: string; value: string; at: number }[];
}

export function header(section: SectionRef, file: FileName): string {
  if (section.is !== 'profile') return `[${section.is.replace('_', '-')} ${section.name}]`;
  const plain = file === 'credentials' || section.name === 'default';
  return plain ? `[${section.name}]` : `[profile ${section.name}]`;
}

export function refOf(line: string, file: FileName): SectionRef | null {
  const [, inside] = /^\[(.+)\]$/.exec(line) ?? [];
  if (inside === undefined) return null;
  if (inside.startsWith('sso-session ')) return { is: 'sso_session', name: inside.slice(12) };
  return { is: 'profile', name: file === 'config' ? inside.replace(/^profile /, '') : inside };
}

export function sections(texts: Texts): SectionRef[] {
  const found = new Map<string, SectionRef>();
  for (const file of FILES) {
    for (const line of texts[file]) {
      const ref = line.startsWith('[') ? refOf(line, file) : null;
      if (ref) found.set(`${ref.is} ${ref.name}`, ref);
    }
  }
  const all = [...found.values()];
  const of = (is: SectionRef['is']) => all.filter((ref) => ref.is === is);
  return [...of('profile'), ...of('sso_session')];
}

/** Where the section's lines are: its header, and the line behind its last setting. */
export function range(lines: readonly string[], section: SectionRef, file: FileName) {
  const from = lines.indexOf(header(section, file));
  if (from < 0) return null;
  let to = from + 1;
  for (let at = from + 1; at < lines.length && !lines[at]?.startsWith('['); at += 1) {
    if (/^\s*\w/.test(lines[at] ?? '')) to = at + 1;
  }
  return { from, to };
}

/** Every section's settings, read in one go: there may be thousands. */
export function allSettings(texts: Texts): Map<string, Line[]> {
  const found = new Map<string, Line[]>();
  for (const file of FILES) {
    let lines: Line[] = [];
    texts[file].forEach((text, at) => {
      const ref = text.startsWith('[') ? refOf(text, file) : null;
      if (ref) {
        const key = `${ref.is} ${ref.name}`;
        found.set(key, (lines = found.get(key) ?? []));
      } else readInto(lines, text, at, file);
    });
  }
  return found;
}

function readInto(lines: Line[], text: string, at: number, file: FileName): void {
  const [, blank = '', key = '', value = ''] = /^(\s*)([\w.-]+)\s*=\s*(.*)$/.exec(text) ?? [];
  if (!key) return;
  if (blank) lines.at(-1)?.nested.push({ key, value, at });
  else lines.push({ key, value, file, at, nested: [] });
}

export function settings(texts: Texts, section: SectionRef): Line[] {
  const found: Line[] = [];
  for (const file of FILES) {
    const place = range(texts[file], section, file);
    if (!place) continue;
    for (let at = place.from + 1; at < place.to; at += 1) {
      readInto(found, texts[file][at] ?? '', at, file);
    }
  }
  return found;
}

const KEYS = /^aws_(access_key_id|secret_access_key|session_token)$/;

/** The usual file of a key. */
export function homeOf(texts: Texts, section: SectionRef, key: string): FileName {
  const stored = settings(texts, section).find((line) => line.key === key);
  return stored?.file ?? (KEYS.test(key) ? 'credentials' : 'config');
}

export function put(
  texts: Texts,
  section: SectionRef,
  key: string,
  value: string,
  file: FileName,
): void {
  const lines = texts[file];
  if (!range(lines, section, file)) {
    if (lines.length > 0) lines.push('');
    lines.push(header(section, file));
  }
  const old = settings(texts, section).find((line) => line.key === key && line.file === file);
  const place = range(lines, section, file);
  if (old) lines[old.at] = `${key} = ${value}`;
  else if (place) lines.splice(place.to, 0, `${key} = ${value}`);
}

export function take(texts: Texts, section: SectionRef, key: string): void {
  for (const file of FILES) {
    const old = settings(texts, section).find((line) => line.key === key && line.file === file);
    if (old) texts[file].splice(old.at, 1 + old.nested.length);
  }
}

export function remove(texts: Texts, section: SectionRef): void {
  for (const file of FILES) {
    const place = range(texts[file], section, file);
    if (place) texts[file].splice(place.from, place.to - place.from);
  }
}

export function rename(texts: Texts, section: SectionRef, name: string): void {
  for (const file of FILES) {
    const place = range(texts[file], section, file);
    if (place) texts[file][place.from] = header({ ...section, name }, file);
    const key = section.is === 'profile' ? 'source_profile' : 'sso_session';
    texts[file] = texts[file].map((line) =>
      line === `${key} = ${section.name}` ? `${key} = ${name}` : line,
    );
  }
}
