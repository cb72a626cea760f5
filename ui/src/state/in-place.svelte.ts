// Asks before a file that cannot be replaced is written in place.

import { type Backend, type ProblemText, problemTextOf } from '../backend';

export class InPlace {
  /** Why it is asked, while it is. */
  words = $state.raw<ProblemText | null>(null);
  #answer: ((yes: boolean) => void) | null = null;

  /** The same backend, with the question before what it is about. */
  before(backend: Backend): Backend {
    const agreed = async <T>(write: (inPlace?: boolean) => Promise<T>): Promise<T> => {
      try {
        return await write();
      } catch (error) {
        const words = problemTextOf(error);
        if (words.code !== 'not_replaceable' || !(await this.#ask(words))) throw error;
        return write(true);
      }
    };
    const asking: Pick<Backend, 'writePlan' | 'applyFix'> = {
      writePlan: (id) => agreed((...inPlace) => backend.writePlan(id, ...inPlace)),
      applyFix: (fix) => agreed((...inPlace) => backend.applyFix(fix, ...inPlace)),
    };
    return Object.assign(Object.create(backend) as Backend, asking);
  }

  answer(yes: boolean): void {
    this.words = null;
    this.#answer?.(yes);
    this.#answer = null;
  }

  /** A later question is another one: who asked before gets a no. */
  #ask(words: ProblemText): Promise<boolean> {
    this.answer(false);
    this.words = words;
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }
}
