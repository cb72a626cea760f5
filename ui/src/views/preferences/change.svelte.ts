// One change of one preference, with what Rust says against it.

import { type PreferenceChange, type Words, wordsOf } from '../../backend';
import type { WindowState } from '../../state/window.svelte';

export class Change {
  refused = $state.raw<Words | null>(null);
  #state: WindowState;

  constructor(state: WindowState) {
    this.#state = state;
  }

  /** Whether it was taken. A refusal stands at its field. */
  async make(change: PreferenceChange): Promise<boolean> {
    try {
      await this.#state.backend.setPreference(change);
      this.refused = null;
      return true;
    } catch (error) {
      this.refused = wordsOf(error);
      return false;
    }
  }
}
