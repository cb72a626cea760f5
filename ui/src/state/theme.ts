// The light or dark theme, as chosen or as the system has it.

import type { Theme } from '../backend';

const dark = () => window.matchMedia('(prefers-color-scheme: dark)');
let chosen: Theme = 'system';

function show(): void {
  const now = chosen === 'system' ? (dark().matches ? 'dark' : 'light') : chosen;
  document.documentElement.dataset['theme'] = now;
}

export function setTheme(theme: Theme): void {
  chosen = theme;
  show();
}

/** Before anything is known: the choice that stands in the address (`?theme=dark`), else the system's. */
export function startTheme(): void {
  const given = new URLSearchParams(location.search).get('theme');
  chosen = given === 'dark' || given === 'light' ? given : 'system';
  dark().addEventListener('change', show);
  show();
}
