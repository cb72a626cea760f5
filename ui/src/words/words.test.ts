import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';

import { format, isolated } from './bundles';

const locales = import.meta.glob<string>('../../../locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sources = import.meta.glob<string>('../**/*.{ts,svelte}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Messages of a language by id, each with the variables it uses. */
function messages(language: string, file = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [path, text] of Object.entries(locales)) {
    if (!path.includes(`/${language}/${file}`)) continue;
    for (const { id, value } of new FluentResource(text).body) {
      const variables = [...JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/g)];
      found.set(id, [...new Set(variables.map(([, name]) => name ?? ''))].sort());
    }
  }
  return found;
}

/** Ids that the page's own code names. They are never composed. */
const said = new Set(
  Object.entries(sources)
    .filter(([path]) => !path.endsWith('.test.ts'))
    .flatMap(
      ([, text]) => text.match(/'(?:window|tray|notice|session|duration)-[a-z0-9-]+'/g) ?? [],
    )
    .map((quoted) => quoted.slice(1, -1))
    // The name of an event.
    .filter((id) => id !== 'window-patch'),
);

describe('messages', () => {
  it('are the same in both languages, with the same variables', () => {
    expect([...messages('pt-BR')]).toEqual([...messages('en')]);
  });

  it('exist where the page names them', () => {
    const known = messages('en');
    expect(said.size).toBeGreaterThan(200);
    expect([...said].filter((id) => !known.has(id))).toEqual([]);
  });

  it('of the window are all said by it', () => {
    expect([...messages('en', 'window').keys()].filter((id) => !said.has(id))).toEqual([]);
  });

  it('have the plurals of their language', () => {
    expect(format('en', 'window-cleaned', { count: 1 })).toBe('1 cache file removed.');
    expect(format('en', 'window-cleaned', { count: 2 })).toBe('2 cache files removed.');
    expect(format('pt-BR', 'window-cleaned', { count: 1 })).toBe('1 arquivo de cache removido.');
    expect(format('pt-BR', 'window-cleaned', { count: 5 })).toBe('5 arquivos de cache removidos.');
  });

  it('show their id where they are missing', () => {
    expect(format('en', 'no-such-message')).toBe('no-such-message');
  });

  it('keep the direction of a name inside', () => {
    expect(isolated('فريق')).toBe('\u2068فريق\u2069');
  });
});
