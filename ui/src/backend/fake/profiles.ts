// Invented files of profiles, changed as Rust would change the real ones.

import type { Backend, ProfilePlan, UndoView, Words } from '..';
import { changesOf, isSecret, masked } from './profiles/diff';
import { copied, fieldProblems, PASTED, planOf } from './profiles/plan';
import { CHOICES, formOf, listOf } from './profiles/read';
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

/** The files, what would be written next, and what was written last. */
export class Files {
  texts: Texts;
  #revision = 1;
  #plan: { id: string; before: Texts; after: Texts; plan: Omit<ProfilePlan, 'id'> } | null = null;
  #last: { before: Texts; after: Texts } | null = null;

  constructor(
    parameters: URLSearchParams,
    private readonly world: World,
  ) {
    this.texts = texts(parameters);
  }

  get revision(): string {
    return String(this.#revision);
  }

  get canUndo(): boolean {
    return this.#last !== null;
  }

  plan(after: Texts, plan: Omit<ProfilePlan, 'id'>): ProfilePlan {
    const id = String(Math.random());
    this.#plan = { id, before: this.texts, after, plan };
    return { ...plan, id };
  }

  /** Another program writes. */
  change(change: (texts: Texts) => void): void {
    const next = copied(this.texts);
    change(next);
    this.#show(next);
  }

  write(id: string): Omit<ProfilePlan, 'id'> {
    const planned = this.#plan;
    if (planned?.id !== id || planned.before !== this.texts) {
      const words = problem(this.world.language, 'file_changed', { path: PATHS.config });
      throw words as Words & Error;
    }
    this.#last = { before: this.texts, after: planned.after };
    this.#show(planned.after);
    return planned.plan;
  }

  undo(): UndoView {
    if (!this.#last) return { is: 'nothing' };
    const { before, after } = this.#last;
    const { files, changes } = changesOf(this.texts, before);
    if (after !== this.texts) return { is: 'changed', files };
    const plan = { section: null, files, changes, errors: [], warnings: [], writable: true };
    return { is: 'ready', plan: this.plan(before, plan) };
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
    profileChoices: () => Promise.resolve(CHOICES),
    profileList: async () => {
      const [now, world] = await files();
      const given = { path: PATHS.credentials, detail: 'Permission denied' };
      const words = problem(world.language, 'file_unwritable', given);
      const problems = parameters.has('readonly') ? { credentials: { place: null, words } } : {};
      return listOf(now.texts, now.revision, now.canUndo, problems);
    },
    profileForm: async (section) => {
      const [now, world] = await files();
      const known = sections(now.texts).some(
        ({ is, name }) => is === section.is && name === section.name,
      );
      if (!known) {
        const words = problem(world.language, 'unknown_profile', { profile: section.name });
        throw words as Words & Error;
      }
      const problems = fieldProblems(now.texts, section, world.language);
      return formOf(now.texts, section, now.revision, world.moment, problems);
    },
    planProfile: async (edit) => {
      const [now, world] = await files({ plan: edit });
      const { after, ...plan } = planOf(now.texts, edit, world.language);
      return now.plan(after, plan);
    },
    writePlan: async (id) => {
      const [now] = await files('writePlan');
      const { files: written, section } = now.write(id);
      return { files: written.map(({ path }) => path), section, notes: [] };
    },
    undoProfiles: async () => (await files())[0].undo(),
    pasteProfile: async (into) => {
      const [now, world] = await files({ paste: into });
      if (world.clipboard === 'empty')
        throw problem(world.language, 'clipboard_empty', {}) as Words & Error;
      if (parameters.has('fail')) {
        throw problem(world.language, 'paste_of_two', { key: 'aws_access_key_id' }) as Words &
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
