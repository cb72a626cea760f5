// The messages of locales/, one Fluent bundle a language.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Language = 'en' | 'pt-BR';
export type Arguments = Record<string, FluentVariable>;

const files = import.meta.glob<string>('../../../locales/*/{tray,notices,window,window-*}.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function bundleOf(language: Language): FluentBundle {
  // Names are isolated where they are put in (`isolated`): marks around numbers help nobody.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${language}/`)) bundle.addResource(new FluentResource(text));
  }
  return bundle;
}

const bundles = new Map<Language, FluentBundle>();

export function isLanguage(tag: string): tag is Language {
  return tag === 'en' || tag === 'pt-BR';
}

/** One message; its id where there is none, so that a mistake is seen and nothing breaks. */
export function format(language: Language, id: string, given?: Arguments): string {
  let bundle = bundles.get(language);
  if (!bundle) bundles.set(language, (bundle = bundleOf(language)));
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, given, []) : id;
}

/** A name inside a sentence: its own direction stays its own. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
