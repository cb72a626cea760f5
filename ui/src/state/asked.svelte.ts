// A question about a change: the plan it is about, or why there is none.

import {
  type Backend,
  type ProfilePlan,
  type ProblemText,
  problemTextOf,
  type Written,
} from '../backend';
import { writeShown } from './same';

type Question = () => Promise<ProfilePlan | null>;

export class AskedPlan {
  plan = $state.raw<ProfilePlan | null>(null);
  failure = $state.raw<ProblemText | null>(null);
  /** What is shown is not what was agreed to: the files changed meanwhile. */
  differs = $state.raw<ProblemText | null>(null);
  writing = $state(false);
  #question: Question | null = null;
  #asked = 0;

  /**
   * A later question makes an earlier one's answer nobody's. `keep`: it is the same one, and what is shown
   * stays meanwhile.
   */
  ask(question: Question, keep = false): Promise<void> {
    this.#question = question;
    if (!keep) {
      this.plan = null;
      this.differs = null;
    }
    return this.#ask(question);
  }

  async #ask(question: Question): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const plan = await question();
      if (asked !== this.#asked) return;
      this.plan = plan;
      this.failure = null;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.plan = null;
      this.failure = problemTextOf(error);
    }
  }

  /** Writes what is shown; null where that would be another change by now, which is shown instead. */
  async write(backend: Backend): Promise<Written | null> {
    const [shown, question] = [this.plan, this.#question];
    if (!shown || !question || this.writing) return null;
    this.writing = true;
    this.differs = null;
    try {
      const outcome = await writeShown(backend, shown, async () => {
        await this.ask(question, true);
        return this.plan;
      });
      if (outcome.is === 'written') return outcome.written;
      this.differs = outcome.words;
      return null;
    } finally {
      this.writing = false;
    }
  }
}
