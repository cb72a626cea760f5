// Invented files of profiles, changed as Rust would change the real ones.

import type {
  Backend,
  PastChange,
  ProfileList,
  ProfilePlan,
  UndoView,
  ProblemText,
  Written,
} from '..';
import { changesOf, isSecret, masked } from './profiles/diff';
import { copied, fieldProblems, PASTED, planOf } from './profiles/plan';
import { choicesIn, formOf, listOf } from './profiles/read';
import { PATHS, sections } from './profiles/sections';
import { type Texts, texts } from './profiles/texts';
import { problem } from './words';
import type { World } from './world';

type Part = Pick<
  Backend,
  | 'profileChoices'
  | 'profileList'
  | 'profileForm'
  | 'planProfile'
  | 'writePlan'
  | 'undoProfiles'
  | 'pasteProfile'
  | 'tryPlan'
>;

type Step = 'back' | 'again' | null;

interface Change {
  before: Texts;
  after: Texts;
  seen: PastChange;
}

let changes = 0;

/** What a change did, as Rust says it. */
function seenOf(before: Texts, after: Texts): PastChange {
  const names = (texts: Texts) => sections(texts).map(({ name }) => name);
  const [old, now] = [names(before), names(after)];
  const gone = old.find((name) => !now.includes(name));
  const made = now.find((name) => !old.includes(name));
  changes += 1;
  const what =
    gone && made
      ? `${gone} renamed to ${made}`
      : made
        ? `${made} added`
        : gone
          ? `${gone} removed`
          : 'a profile changed';
  return { id: String(changes), at: 0, what };
}

/** The files, what would be written next, and what was written last. */
export class Files {
  texts: Texts;
  #revision = 1;
  #plan: {
    id: string;
    before: Texts;
    after: Texts;
    plan: Omit<ProfilePlan, 'id'>;
    step: Step;
  } | null = null;
  #past: Change[] = [];
  #undone: Change[] = [];

  constructor(
    parameters: URLSearchParams,
    private readonly world: World,
  ) {
    this.texts = texts(parameters);
  }

  get revision(): string {
    return String(this.#revision);
  }

  get steps(): Pick<ProfileList, 'undo' | 'redo'> {
    const undo = this.#past.at(-1)?.seen ?? null;
    return { undo, redo: this.#undone.at(-1)?.seen ?? null };
  }

  plan(after: Texts, plan: Omit<ProfilePlan, 'id'>, step: Step = null): ProfilePlan {
    const id = String(Math.random());
    this.#plan = { id, before: this.texts, after, plan, step };
    return { ...plan, id };
  }

  /** Another program writes. */
  change(change: (texts: Texts) => void): void {
    const next = copied(this.texts);
    change(next);
    this.#show(next);
  }

  write(id: string): Omit<ProfilePlan, 'id'> & Pick<Written, 'gone' | 'change'> {
    const planned = this.#plan;
    if (planned?.id !== id || planned.before !== this.texts) {
      const words = problem(this.world.language, 'file_changed', { path: PATHS.config });
      throw words as ProblemText & Error;
    }
    const { before, after } = planned;
    if (planned.step === 'back') this.#undone.push(...this.#past.splice(-1));
    else if (planned.step === 'again') this.#past.push(...this.#undone.splice(-1));
    else {
      this.#undone = [];
      this.#past = [...this.#past, { before, after, seen: seenOf(before, after) }].slice(-10);
    }
    this.#show(after);
    const names = (texts: Texts) => sections(texts).map(({ name }) => name);
    const gone = sections(before).find(({ name }) => !names(after).includes(name)) ?? null;
    const change = planned.step === null ? (this.#past.at(-1)?.seen.id ?? null) : null;
    return { ...planned.plan, gone, change };
  }

  undo(again: boolean): UndoView {
    const last = (again ? this.#undone : this.#past).at(-1);
    if (!last) return { is: 'nothing' };
    const { seen: change } = last;
    const [from, to] = again ? [last.before, last.after] : [last.after, last.before];
    const { files, changes } = changesOf(this.texts, to);
    if (from !== this.texts) return { is: 'changed', files, change };
    const before = new Set(sections(from).map(({ name }) => name));
    const section = sections(to).find(({ name }) => !before.has(name)) ?? null;
    const plan = { section, files, changes, errors: [], warnings: [], writable: true };
    return { is: 'ready', plan: this.plan(to, plan, again ? 'again' : 'back'), change };
  }

  #show(next: Texts): void {
    this.texts = next;
    this.#revision += 1;
    const { view } = this.world;
    this.world.show({ ...view, app: { ...view.app, files: this.revision } });
  }
}

const SERIAL = 'arn:aws:iam::123456789012:mfa/ana';

export function fakeProfiles(
  parameters: URLSearchParams,
  there: (call?: unknown) => Promise<World>,
): Part {
  let made: Files | undefined;
  const files = async (call?: unknown): Promise<[Files, World]> => {
    const world = await there(call);
    made ??= world.files = new Files(parameters, world);
    return [made, world];
  };
  return {
    profileChoices: async () => choicesIn((await there()).language),
    profileList: async () => {
      const [now, world] = await files();
      const given = { path: PATHS.credentials, detail: 'Permission denied' };
      const words = problem(world.language, 'file_unwritable', given);
      const problems = parameters.has('readonly') ? { credentials: { place: null, words } } : {};
      return listOf(now.texts, now.revision, now.steps, problems);
    },
    profileForm: async (section) => {
      const [now, world] = await files();
      const known = sections(now.texts).some(
        ({ is, name }) => is === section.is && name === section.name,
      );
      if (!known) {
        const words = problem(world.language, 'unknown_profile', { profile: section.name });
        throw words as ProblemText & Error;
      }
      const problems = fieldProblems(now.texts, section, world.language);
      return formOf(now.texts, section, now.revision, world.moment, problems);
    },
    planProfile: async (edit) => {
      const [now, world] = await files({ plan: edit });
      const { after, ...plan } = planOf(now.texts, edit, world.language);
      return now.plan(after, plan);
    },
    writePlan: async (id, inPlace = false) => {
      const [now, world] = await files('writePlan');
      if (parameters.has('mount') && !inPlace) {
        const given = { path: '~/.aws/credentials', why: 'mount' };
        throw problem(world.language, 'not_replaceable', given) as ProblemText & Error;
      }
      const { files: written, section, gone, change } = now.write(id);
      return { files: written.map(({ path }) => path), section, gone, change, notes: [] };
    },
    undoProfiles: async (again) => (await files())[0].undo(again),
    pasteProfile: async (into) => {
      const [now, world] = await files({ paste: into });
      if (world.clipboard === 'empty')
        throw problem(world.language, 'clipboard_empty', {}) as ProblemText & Error;
      if (parameters.has('fail')) {
        throw problem(world.language, 'paste_of_two', { key: 'aws_access_key_id' }) as ProblemText &
          Error;
      }
      const name = into ?? 'pasted';
      return {
        id: 'paste 1',
        form: 'variables',
        name,
        exists: sections(now.texts).some((section) => section.name === name),
        isKeys: true,
        accessKey: PASTED[0]?.[1] ?? null,
        settings: PASTED.map(([key, value]) => ({
          key,
          value: masked(key, value),
          secret: isSecret(key),
        })),
        expiresAt: null,
      };
    },
    tryPlan: async (_id, code) => {
      const [, world] = await files({ try: code });
      if (parameters.has('fail')) {
        const given = { profile: 'user1', role: 'Deploy', detail: 'not authorized' };
        return { is: 'refused', words: problem(world.language, 'access_denied', given) };
      }
      if (parameters.has('mfa') && code === null) return { is: 'needsCode', serial: SERIAL };
      return { is: 'works', expiresAt: world.moment.after(60) };
    },
  };
}
