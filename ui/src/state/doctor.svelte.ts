// One diagnosis: its profile, its pasted error, its progress and its findings.

import {
  type Backend,
  type CheckRow,
  type Diagnosed,
  type FixAnswer,
  type OfferedFix,
  type ReadError,
  type ProblemText,
  problemTextOf,
} from '../backend';
import { withCheck } from '../model/diagnosis';

/** An error the user pasted, and what was made of it. */
export interface PastedError {
  text: string;
  read: ReadError;
}

/** What a report stands on, each part as a text that is another whenever it changed. */
export interface Ground {
  files: string;
  /** Choices that say which files are read, how AWS is reached, and in which language it is told. */
  choices: string;
}

export class Doctor {
  /** Null: what a plain `aws` command uses. */
  profile = $state<string | null>(null);
  pasted = $state.raw<PastedError | null>(null);
  running = $state(false);
  /** While it runs, those that are through; afterwards all of them. */
  checks = $state.raw<readonly CheckRow[]>([]);
  /** How many checks of this run are through. */
  through = $state(0);
  found = $state.raw<Diagnosed | null>(null);
  /** When it was found. */
  at = $state(0);
  failure = $state.raw<ProblemText | null>(null);
  /** Whether the AWS files, or what else it stands on, changed since. */
  outdated = $state(false);
  /** Whose renewal fixes it, once the code was typed. */
  #awaited: string | null = null;
  readonly #backend: Backend;
  #run = 0;
  /** What a report stands on, as far as the page knows: now, and when the last one was asked for. */
  #ground: Ground = { files: '', choices: '' };
  #before: Ground = this.#ground;
  /** Whether the page has heard of the files the report was made from. */
  #caughtUp = false;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Hears what a report stands on. */
  follow(ground: Ground): void {
    this.#ground = ground;
    this.#look();
  }

  #look(): void {
    if (!this.found) return;
    const { files, choices } = this.#ground;
    const same = files === this.found.revision;
    this.#caughtUp ||= same;
    // Right behind a fix the page hears of the new files later than the report was made from them.
    const behind = !this.#caughtUp && files === this.#before.files;
    this.outdated = (!same && !behind) || choices !== this.#before.choices;
  }

  /** Whether anything was diagnosed yet, or is being. */
  get begun(): boolean {
    return this.#run > 0;
  }

  /** Looks at another profile. */
  choose(profile: string | null): Promise<Diagnosed | null> {
    if (profile !== this.profile) this.#clear();
    this.profile = profile;
    this.#awaited = null;
    return this.check();
  }

  /** Looks again. What was found before stays until there is news. Null: it failed, or another began. */
  async check(): Promise<Diagnosed | null> {
    const run = (this.#run += 1);
    const current = () => run === this.#run;
    this.running = true;
    this.through = 0;
    this.failure = null;
    const before = this.#ground;
    try {
      const error = this.pasted?.text ?? null;
      const found = await this.#backend.diagnose(this.profile, error, (check) => {
        if (!current()) return;
        this.through += 1;
        this.checks = withCheck(this.checks, check);
      });
      if (!current()) return null;
      this.found = found;
      this.checks = found.checks;
      this.at = Date.now();
      this.#before = before;
      this.#caughtUp = false;
      this.#look();
      return found;
    } catch (error) {
      if (current()) {
        this.#clear();
        this.failure = problemTextOf(error);
      }
      return null;
    } finally {
      if (current()) this.running = false;
    }
  }

  /** Does what a fix says, as it was shown, and looks again; where a code is asked for, when it was taken. */
  async applyFix(fix: OfferedFix, done: (answer: FixAnswer) => void): Promise<Diagnosed | null> {
    const answer = await this.#backend.applyFix(fix.id);
    done(answer);
    this.#awaited = answer.awaits;
    return this.#awaited === null ? this.check() : null;
  }

  /** Whether one of these renewals was waited for; it is no longer. */
  fixedBy(renewed: readonly string[]): boolean {
    const fixed = this.#awaited !== null && renewed.includes(this.#awaited);
    if (fixed) this.#awaited = null;
    return fixed;
  }

  #clear(): void {
    this.found = null;
    this.outdated = false;
    this.checks = [];
  }
}
