// The language and the time format in use. Components that read them are redrawn when they change.

import type { TimeFormat } from '../backend';
import { type Arguments, format, isLanguage, type Language } from './bundles';

const chosen = $state<{ language: Language; timeFormat: TimeFormat }>({
  language: 'en',
  timeFormat: 'system',
});

export const locale: Readonly<typeof chosen> = chosen;

export function setLanguage(tag: string): void {
  chosen.language = isLanguage(tag) ? tag : 'en';
  document.documentElement.lang = chosen.language;
}

export function setTimeFormat(timeFormat: TimeFormat): void {
  chosen.timeFormat = timeFormat;
}

/** A message in the language in use. Ids are written out, never composed: a test reads them. */
export function t(id: string, given?: Arguments): string {
  return format(chosen.language, id, given);
}
