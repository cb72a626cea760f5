// What Rust would say, from its own messages.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

import type { Place, ProblemText } from '..';

const files = import.meta.glob<string>('../../../../locales/*/{problems,profiles}.ftl', {
  query: '?raw',
  import: 'default',
});

const bundles = new Map<string, FluentBundle>();

export async function loadProblems(): Promise<void> {
  for (const [path, load] of Object.entries(files)) {
    const language = path.includes('/pt-BR/') ? 'pt-BR' : 'en';
    const bundle = bundles.get(language) ?? new FluentBundle(language, { useIsolating: false });
    bundle.addResource(new FluentResource(await load()));
    bundles.set(language, bundle);
  }
}

/** What is said beside a field. */
export function problemBeside(
  language: string,
  code: string,
  given: Record<string, FluentVariable>,
): string | null {
  const bundle = bundles.get(language);
  const pattern = bundle?.getMessage(`problem-${code}`)?.attributes['field'];
  return bundle && pattern ? bundle.formatPattern(pattern, given, []) : null;
}

/** `~/.aws/config:12`, and `config:12` for short, as Rust tells them. */
export function placed(text: string, short = false): Place {
  const [file = '', line] = text.split(/:(?=\d+$)/);
  const name = short ? text.slice(text.lastIndexOf('/') + 1) : text;
  return { text: name, file, line: line === undefined ? null : Number(line) };
}

/** What is no file: the name of a variable or of a method. */
export function named(text: string): Place {
  return { text, file: null, line: null };
}

export function problem(
  language: string,
  code: string,
  given: Record<string, FluentVariable>,
): ProblemText {
  const bundle = bundles.get(language);
  const message = bundle?.getMessage(`problem-${code}`);
  const say = (pattern: Parameters<FluentBundle['formatPattern']>[0] | null | undefined) =>
    bundle && pattern ? bundle.formatPattern(pattern, given, []) : code;
  return {
    code,
    brief: say(message?.attributes['brief']),
    message: say(message?.value),
    next: say(message?.attributes['window'] ?? message?.attributes['next']),
    field: problemBeside(language, code, given),
    detail: message?.attributes['detail'] ? say(message.attributes['detail']) : null,
    place: typeof given['place'] === 'string' ? placed(given['place']) : null,
  };
}
