// Saves a shown change although the files changed meanwhile, if it still does the same to their lines.

import {
  type Backend,
  type ProfilePlan,
  type ProblemText,
  problemTextOf,
  type Written,
} from '../backend';

/** Somebody who writes again and again is not raced for ever. */
const MOST = 5;

/** What became of a change that was to be written. */
export type Outcome =
  | { is: 'written'; written: Written }
  /** It would be another change by now; Rust's words say so. */
  | { is: 'differs'; words: ProblemText };

/** What a plan does to the lines of its files, wherever they stand. */
function linesOf({ files }: ProfilePlan): string {
  const changed = files.map(({ file, lines }) => [
    file,
    lines.flatMap(({ mark, text }) => (mark === 'added' || mark === 'removed' ? [mark, text] : [])),
  ]);
  return JSON.stringify(changed);
}

/**
 * Writes the plan that was shown. Where Rust refuses it because a file changed, it is made anew, and written
 * only if it does the same.
 */
export async function writeShown(
  backend: Backend,
  shown: ProfilePlan,
  anew: () => Promise<ProfilePlan | null>,
): Promise<Outcome> {
  let plan = shown;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { is: 'written', written: await backend.writePlan(plan.id) };
    } catch (error) {
      const words = problemTextOf(error);
      if (words.code !== 'file_changed') throw error;
      const next = await anew();
      const same = next?.writable === true && linesOf(next) === linesOf(shown);
      if (!same || attempt === MOST) return { is: 'differs', words };
      plan = next;
    }
  }
}
