// Checks every message of both languages against the rules and the table of locales/README.md.

import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';

import page from '../../../locales/README.md?raw';

const files = import.meta.glob<string>('../../../locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

type Pattern = (typeof FluentResource.prototype.body)[number]['value'];
type Element = Exclude<Pattern, string | null>[number];

interface Message {
  /** `problem-network.next` */
  id: string;
  /** What is said, with `\u0000` in the place of every value; one for each variant. */
  texts: string[];
  pattern: Pattern;
}

/** Every message and attribute of a language. */
function said(language: string): Message[] {
  return Object.entries(files)
    .filter(([path]) => path.includes(`/${language}/`))
    .flatMap(([, text]) => new FluentResource(text).body)
    .flatMap(({ id, value, attributes }) => [
      { id, pattern: value },
      ...Object.entries(attributes).map(([name, pattern]) => ({ id: `${id}.${name}`, pattern })),
    ])
    .filter(({ pattern }) => pattern !== null)
    .map(({ id, pattern }) => ({ id, pattern, texts: textsOf(pattern) }));
}

/** Each way a pattern can read. */
function textsOf(pattern: Pattern): string[] {
  if (pattern === null) return [];
  if (typeof pattern === 'string') return [pattern];
  return pattern.reduce<string[]>(
    (heads, element) => heads.flatMap((head) => waysOf(element).map((way) => head + way)),
    [''],
  );
}

function waysOf(element: Element): string[] {
  if (typeof element === 'string') return [element];
  if (element.type === 'select') return element.variants.flatMap(({ value }) => textsOf(value));
  if (element.type === 'str') return [element.value];
  return ['\u0000'];
}

/** The variables a pattern uses, in any of its variants. */
function variablesOf(pattern: Pattern): string[] {
  const found = JSON.stringify(pattern).matchAll(/"type":"var","name":"(\w+)"/g);
  return [...new Set([...found].map(([, name]) => name ?? ''))].sort();
}

/** Words in backticks of one column of the table, in lower case. */
function forbidden(column: number): string[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|')[column] ?? '')
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? ''));
}

function complaints(language: string, wrong: (text: string, id: string) => boolean): string[] {
  return said(language).flatMap(({ id, texts }) =>
    texts.filter((text) => wrong(text, id)).map((text) => `${id}: ${text}`),
  );
}

/** What programs print and files hold is quoted as it is. */
const verbatim = (id: string) => id.startsWith('symptom-');

describe.each([
  ['en', 4],
  ['pt-BR', 5],
])('the messages in %s', (language, column) => {
  it('hold no word the list of terms forbids', () => {
    const words = forbidden(column);
    expect(words.length).toBeGreaterThan(10);
    // As it is written, or with a capital; whole words, but for "mend…".
    const patterns = words.map((word) => {
      const [first = '', rest] = [word[0], word.slice(1).replaceAll('.', '\\.')];
      const end = word.endsWith('…') ? '' : '(?![\\p{L}])';
      return new RegExp(
        `(?<![\\p{L}-])[${first}${first.toUpperCase()}]${rest.replace('…', '')}${end}`,
        'u',
      );
    });
    expect(
      complaints(
        language,
        (text, id) => !verbatim(id) && patterns.some((pattern) => pattern.test(text)),
      ),
    ).toEqual([]);
  });

  it('have no doubled space, no space at an end, one sign for three dots, and quotes that are two', () => {
    const code = /"[A-Z][\w+]*"/g;
    expect(
      complaints(
        language,
        (text, id) =>
          /\S {2,}\S|[ \t]\n|\.\.\.|\s[,;:!?](\s|$)/.test(text) ||
          (!verbatim(id) && /["«»]|(^|\s)'|'(\s|$)/.test(text.replaceAll(code, ''))),
      ),
    ).toEqual([]);
    const lines = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
    expect(lines.filter(([, text]) => /[ \t]\n/.test(text)).map(([path]) => path)).toEqual([]);
  });

  it('choose a form by the number that stands before a noun', () => {
    const bare = (pattern: Pattern): boolean =>
      Array.isArray(pattern) &&
      pattern.some((element, at) => {
        const next = pattern[at + 1];
        return (
          typeof element !== 'string' &&
          element.type === 'var' &&
          element.name === 'count' &&
          typeof next === 'string' &&
          /^ (?!(?:more|of|now|expired|selected|mais|de|agora)\b)\p{L}/u.test(next)
        );
      });
    expect(
      said(language)
        .filter(({ pattern }) => bare(pattern))
        .map(({ id }) => id),
    ).toEqual([]);
  });

  it('send nobody to a terminal for what the window does', () => {
    const there = new Set(said(language).map(({ id }) => id));
    // What a shell holds shows in that shell alone.
    const allowed = new Set(['window-diagnose-terminals']);
    const ours = (id: string) => /^(window|tray|notice)-/.test(id) || id.endsWith('.window');
    const command = /\bsandglass [a-z]/;
    expect(
      complaints(language, (text, id) => ours(id) && !allowed.has(id) && command.test(text)),
    ).toEqual([]);
    expect(
      said(language)
        .filter(
          ({ id, texts }) =>
            /^problem-.*\.next$/.test(id) && texts.some((text) => command.test(text)),
        )
        .filter(({ id }) => !there.has(id.replace(/next$/, 'window')))
        .map(({ id }) => id),
    ).toEqual([]);
  });
});

describe('both languages', () => {
  const portuguese = new Map(said('pt-BR').map((message) => [message.id, message]));
  const pairs = said('en').map((message) => ({ en: message, pt: portuguese.get(message.id) }));

  it('say the same values', () => {
    expect(
      pairs
        .filter(
          ({ en, pt }) => !pt || `${variablesOf(en.pattern)}` !== `${variablesOf(pt.pattern)}`,
        )
        .map(({ en }) => en.id),
    ).toEqual([]);
  });

  it('end the same way: a sentence here is a sentence there', () => {
    const end = (text = '') => /[.?:…]?$/.exec(text.trim())?.[0];
    expect(
      pairs
        .filter(({ en, pt }) => end(en.texts[0]) !== end(pt?.texts[0]))
        .map(({ en, pt }) => `${en.id}: ${en.texts[0]} / ${pt?.texts[0]}`),
    ).toEqual([]);
  });
});
