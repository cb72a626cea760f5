// A change of one preference, with Rust's objection if there is one.

import { untrack } from 'svelte';

import { type PreferenceChange, type ProblemText, problemTextOf } from '../../backend';
import type { WindowState } from '../../state/window.svelte';

export class Change {
  refused = $state.raw<ProblemText | null>(null);
  #state: WindowState;

  /** What was refused: asked again, it is refused in another language. */
  #last: PreferenceChange | null = null;

  constructor(state: WindowState) {
    this.#state = state;
    let spoken = untrack(() => state.view?.app.language);
    $effect(() => {
      const language = state.view?.app.language;
      // The view is another one with each patch; only another language says it in other words.
      if (language === spoken) return;
      spoken = language;
      untrack(() => {
        if (this.refused && this.#last) void this.make(this.#last);
      });
    });
  }

  /** Whether it was taken. A refusal stands at its field. */
  async make(change: PreferenceChange): Promise<boolean> {
    try {
      await this.#state.backend.setPreference(change);
      this.refused = this.#last = null;
      return true;
    } catch (error) {
      this.#last = change;
      this.refused = problemTextOf(error);
      return false;
    }
  }
}
