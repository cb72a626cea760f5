// What the core says of the invented home, recorded by the tests of crates/page-preview.

import type { ProfileChoices, WindowView } from '../backend';
import json from './recorded.json';

interface Recorded {
  /** The moment at which it was asked. */
  now: number;
  view: WindowView;
  choices: ProfileChoices;
}

const { now, view, choices } = json as unknown as Recorded;

export const RECORDED_AT = now;
export const CHOICES = choices;

/** The window of the invented home, as it is shown first. */
export function recordedView(): WindowView {
  return structuredClone(view);
}
