// What a question about a change shows: the plan it asks about, or why there is none.

import { type ProfilePlan, type Words, wordsOf } from '../backend';

export class AskedPlan {
  plan = $state.raw<ProfilePlan | null>(null);
  failure = $state.raw<Words | null>(null);
  #asked = 0;

  /** A later question makes an earlier one's answer nobody's. */
  async ask(question: () => Promise<ProfilePlan>): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.plan = null;
    try {
      const plan = await question();
      if (asked !== this.#asked) return;
      this.plan = plan;
      this.failure = null;
    } catch (error) {
      if (asked === this.#asked) this.failure = wordsOf(error);
    }
  }
}
