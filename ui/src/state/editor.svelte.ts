// One profile under change: what was typed, what Rust says about it, and what became of it.

import {
  type Backend,
  type ProfileEdit,
  type ProfilePlan,
  type ProfileForm,
  type SectionRef,
  type TryAnswer,
  type Words,
  type Written,
  wordsOf,
} from '../backend';
import { type Draft, draftOf, editOf, isChanged, rebased } from '../model/profile-draft';

/** What temporary keys are to become: which role, by whose keys. */
export interface Proposal {
  roleArn: string;
  sourceProfile: string;
}

/** Long enough for a word, short enough to feel at once. */
const PAUSE = 150;

export class Editor {
  readonly key: string;
  draft = $state.raw<Draft | null>(null);
  form = $state.raw<ProfileForm | null>(null);
  plan = $state.raw<ProfilePlan | null>(null);
  /** Why there is no form or no plan. */
  failure = $state.raw<Words | null>(null);
  planning = $state(false);
  writing = $state(false);
  /** Another program changed the files while something was typed here. */
  changed = $state(false);
  /** The section this edits is in the files no more. */
  gone = $state(false);
  /** Temporary keys that are to become a role. */
  proposal = $state.raw<Proposal | null>(null);
  tried = $state.raw<TryAnswer | null>(null);
  trying = $state(false);
  readonly #backend: Backend;
  #asked = 0;
  #held = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend, key: string, draft: Draft | null) {
    this.#backend = backend;
    this.key = key;
    this.draft = draft;
    if (draft) this.replan();
  }

  get isChanged(): boolean {
    if (this.proposal) return this.#touched;
    return this.draft !== null && isChanged(this.draft);
  }

  #touched = $state(false);

  /** Reads the section; what was typed stays, on top of what the files say now. */
  async load(section: SectionRef): Promise<void> {
    try {
      const form = await this.#backend.profileForm(section);
      const first = this.form === null;
      this.form = form;
      this.failure = null;
      this.gone = false;
      if (this.draft === null || !isChanged(this.draft)) this.draft = draftOf(form);
      else this.draft = rebased(this.draft, form);
      if (first) this.#propose(form);
      if (this.isChanged || this.proposal) this.replan();
    } catch (error) {
      this.failure = wordsOf(error);
      this.gone = this.form !== null;
    }
  }

  /** A whole proposal is shown at once; half a one waits to be asked for. */
  #propose(form: ProfileForm): void {
    const { convert } = form;
    const { roleArn = null, sourceProfile = null } = convert ?? {};
    if (roleArn && sourceProfile) this.proposal = { roleArn, sourceProfile };
  }

  /** The files changed on the disk. */
  async reread(): Promise<void> {
    const section = this.draft?.section;
    if (this.writing || !this.draft) return;
    if (!section) {
      this.replan();
      return;
    }
    const before = this.form?.revision;
    const had = this.isChanged;
    await this.load(section);
    if (had && this.isChanged && this.form?.revision !== before) this.changed = true;
  }

  type(change: (draft: Draft, form: ProfileForm | null) => Draft): void {
    if (!this.draft) return;
    this.draft = change(this.draft, this.form);
    this.replan();
  }

  propose(proposal: Proposal | null): void {
    this.#touched = proposal !== null;
    this.proposal = proposal;
    this.tried = null;
    this.replan();
  }

  #edit(): ProfileEdit | null {
    const { draft, proposal } = this;
    if (!draft) return null;
    if (!proposal) return isChanged(draft) ? editOf(draft) : null;
    if (draft.section === null) return null;
    return { do: 'convert', profile: draft.section.name, ...proposal };
  }

  /** While a question is open its plan is the one that Rust keeps. */
  hold(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    this.replan(0);
  }

  replan(pause = PAUSE): void {
    if (this.#held) return;
    clearTimeout(this.#timer);
    this.#asked += 1;
    const edit = this.#edit();
    if (!edit) {
      this.plan = null;
      this.planning = false;
      this.failure = null;
      return;
    }
    this.planning = true;
    const asked = this.#asked;
    this.#timer = setTimeout(() => void this.#ask(edit, asked), pause);
  }

  async #ask(edit: ProfileEdit, asked: number): Promise<void> {
    try {
      const plan = await this.#backend.planProfile(edit);
      if (asked !== this.#asked) return;
      this.plan = plan;
      this.failure = null;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.plan = null;
      this.failure = wordsOf(error);
    }
    this.planning = false;
  }

  discard(): void {
    this.proposal = null;
    this.#touched = false;
    this.tried = null;
    this.changed = false;
    if (this.form) this.draft = draftOf(this.form);
    this.replan();
  }

  /** Writes what is shown; null where there is nothing to write. Throws what Rust says. */
  async write(): Promise<Written | null> {
    const { plan } = this;
    if (!plan?.writable || this.planning || this.writing) return null;
    this.writing = true;
    try {
      return await this.#backend.writePlan(plan.id);
    } catch (error) {
      // What was shown is no more what would be written: it is made anew.
      this.writing = false;
      await this.reread();
      this.changed = wordsOf(error).code === 'file_changed';
      throw error;
    } finally {
      this.writing = false;
    }
  }

  async tryIt(code: string | null): Promise<void> {
    const { plan } = this;
    if (!plan?.writable || this.planning || this.trying) return;
    this.trying = true;
    try {
      this.tried = await this.#backend.tryPlan(plan.id, code);
    } catch (error) {
      this.tried = { is: 'refused', words: wordsOf(error) };
    } finally {
      this.trying = false;
    }
  }
}
