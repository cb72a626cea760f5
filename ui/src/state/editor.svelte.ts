// The editing of one profile: typed values, Rust's judgement of them, and the result of saving.

import { SvelteSet } from 'svelte/reactivity';

import {
  type Backend,
  type ProfileEdit,
  type ProfilePlan,
  type ProfileForm,
  type SectionRef,
  type TryAnswer,
  type ProblemText,
  problemTextOf,
} from '../backend';
import { type Draft, draftOf, editOf, isChanged, rebased } from '../model/profile-draft';
import { problemsOf, type Problems, problemsSoFar } from '../model/profile-messages';
import { Calm } from './calm.svelte';
import { type Outcome, writeShown } from './same';

/** What temporary keys are to become: which role, by whose keys. */
export interface Proposal {
  roleArn: string;
  sourceProfile: string;
  region: string;
}

function proposalOf({ convert }: ProfileForm): Proposal {
  return {
    roleArn: convert?.roleArn ?? '',
    sourceProfile: convert?.sourceProfile ?? '',
    region: convert?.region ?? '',
  };
}

/** Long enough for a word, short enough to feel at once. */
const PAUSE = 150;

export class Editor {
  readonly key: string;
  /** Which fields say what is wrong with them. */
  readonly calm = new Calm();
  draft = $state.raw<Draft | null>(null);
  form = $state.raw<ProfileForm | null>(null);
  plan = $state.raw<ProfilePlan | null>(null);
  /** Why there is no form or no plan. */
  failure = $state.raw<ProblemText | null>(null);
  planning = $state(false);
  writing = $state(false);
  /** Another program changed the files while something was typed here. */
  changed = $state(false);
  /** The section this edits is in the files no more. */
  gone = $state(false);
  /** Temporary keys that are to become a role. */
  proposal = $state.raw<Proposal | null>(null);
  /** Which other one waits for what is made here. */
  madeFor: Editor | null = null;
  tried = $state.raw<TryAnswer | null>(null);
  trying = $state(false);
  readonly #backend: Backend;
  #loading: Promise<void> = Promise.resolve();
  #asked = 0;
  #held = false;
  /** What is shown is made anew because the files changed, not because something was typed. */
  #underneath = false;
  /** The files changed while a question was open. */
  #stale = false;
  #settling: (() => void)[] = [];
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

  /** What is wrong with the plan, as far as it may be said by now. */
  get said(): Problems {
    const problems = problemsOf(this.plan, this.form);
    return problemsSoFar(problems, this.plan !== null, (field) => this.calm.says(field));
  }

  /** Reads the section; what was typed stays, on top of what the files say now. */
  load(section: SectionRef): Promise<void> {
    this.#loading = this.#load(section);
    return this.#loading;
  }

  /** What the files say, once they were read. */
  async loaded(): Promise<ProfileForm | null> {
    await this.#loading;
    return this.form;
  }

  async #load(section: SectionRef): Promise<void> {
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
      this.failure = problemTextOf(error);
      this.gone = this.form !== null;
    }
  }

  /** A whole proposal is shown at once; half a one waits to be asked for. */
  #propose(form: ProfileForm): void {
    const { roleArn, sourceProfile } = form.convert ?? {};
    if (roleArn && sourceProfile) this.proposal = proposalOf(form);
  }

  /** The question is asked for, whatever is known so far. */
  proposeConversion(): void {
    if (!this.form) return;
    this.calm.begin();
    this.propose(proposalOf(this.form));
  }

  /** The files changed on the disk. */
  async reread(): Promise<void> {
    const section = this.draft?.section;
    if (this.#held) this.#stale = true;
    if (this.#held || this.writing || !this.draft) return;
    this.#underneath = this.plan !== null;
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
    const stale = this.#stale;
    this.#stale = false;
    if (stale) void this.reread();
    else this.replan(0);
  }

  replan(pause = PAUSE): void {
    if (this.#held) return;
    clearTimeout(this.#timer);
    this.#asked += 1;
    const edit = this.#edit();
    if (!edit) {
      this.plan = null;
      this.failure = null;
      this.#settle();
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
      this.failure = problemTextOf(error);
    }
    this.#settle();
  }

  #settle(): void {
    this.planning = false;
    this.#underneath = false;
    for (const done of this.#settling.splice(0)) done();
  }

  /** Resolves when what was typed last was checked. */
  async settled(): Promise<void> {
    while (this.planning) await new Promise<void>((done) => this.#settling.push(done));
  }

  /** The fields that keep this from being written, which all say so from now on. */
  wrong(): ReadonlySet<string> {
    const errors = this.plan?.errors ?? [];
    if (errors.length > 0) this.calm.tryAll();
    return new SvelteSet(errors.flatMap(({ field }) => field ?? []));
  }

  discard(): void {
    this.proposal = null;
    this.#touched = false;
    this.tried = null;
    this.changed = false;
    this.calm.begin();
    if (this.form) this.draft = draftOf(this.form);
    this.replan();
  }

  /** Resolves when what is shown may be written: what was typed last is awaited, what others wrote is not. */
  async ready(): Promise<void> {
    if (!this.#underneath) await this.settled();
  }

  /**
   * Writes what is shown; null where there is nothing to write. Where the files changed so that it would be
   * another change, that is shown. Throws what Rust says.
   */
  async write(): Promise<Outcome | null> {
    const { plan } = this;
    if (!plan?.writable || this.writing || (this.planning && !this.#underneath)) return null;
    this.writing = true;
    try {
      const outcome = await writeShown(this.#backend, plan, () => this.#anew());
      if (outcome.is === 'differs') this.changed = true;
      return outcome;
    } finally {
      this.writing = false;
    }
  }

  /** The same edit on what the files hold now. */
  async #anew(): Promise<ProfilePlan | null> {
    const section = this.draft?.section;
    if (section) await this.load(section);
    this.replan(0);
    await this.settled();
    return this.plan;
  }

  async tryIt(code: string | null): Promise<void> {
    const { plan } = this;
    if (!plan?.writable || this.planning || this.trying) return;
    this.trying = true;
    try {
      this.tried = await this.#backend.tryPlan(plan.id, code);
    } catch (error) {
      this.tried = { is: 'refused', words: problemTextOf(error) };
    } finally {
      this.trying = false;
    }
  }
}
