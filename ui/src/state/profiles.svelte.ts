// The profiles in the files, the one that is shown, and every unsaved edit.

import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

import {
  type Backend,
  type ProfileList,
  type ProfileChoices,
  type SectionRef,
  type ProblemText,
  type Written,
  problemTextOf,
} from '../backend';
import { copyDraft, type Draft, newDraft, sourcing } from '../model/profile-draft';
import type { FormKind } from '../model/profile-fields';
import { itemOf, keyOf, type ProfileItem, sortedItems } from '../model/profile-list';
import { Editor } from './editor.svelte';

/** An edit of a section, once that has another name; null: nothing was typed. */
function movedDraft({ draft, isChanged }: Editor, section: SectionRef): Draft | null {
  if (!draft?.section || !isChanged) return null;
  return { ...draft, section, name: draft.name === draft.section.name ? section.name : draft.name };
}

export class Profiles {
  choices = $state.raw<ProfileChoices | null>(null);
  list = $state.raw<ProfileList | null>(null);
  failure = $state.raw<ProblemText | null>(null);
  selected = $state<string | null>(null);
  readonly #backend: Backend;
  /** Editors that hold an edit, and the one that is shown. */
  readonly #editors = new SvelteMap<string, Editor>();
  #made = 0;
  #asked = 0;
  #answered = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Reads the list, and what is open, anew. */
  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      this.choices = await this.#backend.profileChoices();
      const list = await this.#backend.profileList();
      // An older answer than the one on the screen is of no use any more.
      if (asked < this.#answered) return;
      this.#answered = asked;
      this.list = list;
      this.failure = null;
    } catch (error) {
      if (asked === this.#asked) this.failure = problemTextOf(error);
      return;
    }
    await this.editor?.reread();
  }

  /** Sections of the files, by name. */
  readonly stored: readonly ProfileItem[] = $derived(
    sortedItems((this.list?.rows ?? []).map(itemOf)),
  );

  readonly items: readonly ProfileItem[] = $derived.by(() => {
    const stored = this.stored.map((item) =>
      this.#editors.get(item.key)?.isChanged ? { ...item, unsaved: true } : item,
    );
    return [...this.#unwritten(), ...stored];
  });

  readonly sessionNames: readonly string[] = $derived(
    this.stored.flatMap(({ kind, name }) => (kind === 'sso_session' ? [name] : [])),
  );

  /** The region of a profile, or of its source. */
  regionOf(profile: string): string | null {
    const found = this.stored.find(({ type, name }) => type === 'profile' && name === profile);
    return found?.region ?? null;
  }

  /** What is to be made, and what another program took away under an edit. */
  #unwritten(): ProfileItem[] {
    return [...this.#editors.values()]
      .filter(({ key, draft, isChanged }) => !this.#isStored(key) && draft !== null && isChanged)
      .map(({ key, draft }) => ({
        key,
        name: draft?.name ?? '',
        type: draft?.kind === 'sso_session' ? ('sso_session' as const) : ('profile' as const),
        kind: draft?.kind ?? 'other',
        mfa: false,
        via: null,
        account: null,
        region: null,
        unsaved: true,
        broken: false,
      }));
  }

  #isStored(key: string): boolean {
    return this.stored.some((item) => item.key === key);
  }

  readonly editor: Editor | null = $derived(
    this.selected === null ? null : (this.#editors.get(this.selected) ?? null),
  );

  select(key: string | null): void {
    if (key === this.selected) return;
    this.#forget();
    this.selected = key;
    if (key === null) return;
    const known = this.#editors.get(key);
    if (known) {
      // Rust keeps few plans, and the files may have changed while another one was shown.
      void known.reread();
      return;
    }
    const entry = this.list?.rows.find(({ section }) => keyOf(section) === key);
    if (!entry) return;
    const editor = new Editor(this.#backend, key, null);
    this.#editors.set(key, editor);
    void editor.load(entry.section);
  }

  /** An editor without an edit has nothing to keep. */
  #forget(): void {
    const { editor } = this;
    if (editor && !editor.isChanged) this.#editors.delete(editor.key);
  }

  create(kind: FormKind): void {
    this.#open(newDraft(kind));
  }

  /** Makes what another one that is to be made needs: written, it is that one's source. */
  createFor(waiting: Editor, kind: FormKind): void {
    this.#open(newDraft(kind));
    if (this.editor) this.editor.madeFor = waiting;
  }

  duplicate(section: SectionRef, kind: FormKind, name: string): void {
    this.#open(copyDraft(section, kind, name));
  }

  #open(draft: Draft): void {
    this.#made += 1;
    const key = `new ${this.#made}`;
    this.#editors.set(key, new Editor(this.#backend, key, draft));
    this.select(key);
  }

  /** Drops what was typed; of a profile that was to be made nothing is left. */
  discard(editor: Editor): void {
    if (editor.form && !editor.gone) {
      editor.discard();
      return;
    }
    this.#editors.delete(editor.key);
    if (this.selected === editor.key) this.selected = null;
  }

  /** Shows what was written, by the name it has now. `editor` is what it was written from, and goes. */
  async written(editor: Editor | null, { section, gone }: Written): Promise<void> {
    editor?.hold();
    const left = gone ? this.#editors.get(keyOf(gone)) : undefined;
    // What was open by a name that is there no more follows to the new one, with what was typed.
    left?.hold();
    const moved = left && left !== editor && section ? movedDraft(left, section) : null;
    const key = section && keyOf(section);
    const edited = key === null ? undefined : this.#editors.get(key);
    // An edit of the same profile that was not written stays, and tells what changed under it.
    const keeps = edited !== undefined && edited !== editor && edited.isChanged;
    const fresh = section && !keeps ? new Editor(this.#backend, keyOf(section), moved) : null;
    if (section && fresh) await fresh.load(section);
    // The list first: what is selected stands in it, or the focus would go to another row and select that.
    await this.load();
    for (const one of [editor, left]) if (one) this.#editors.delete(one.key);
    if (editor?.madeFor && section) this.#goOn(editor.madeFor, section.name);
    else if (keeps) this.select(key);
    else if (fresh && !fresh.failure) {
      this.#forget();
      this.#editors.set(fresh.key, fresh);
      this.selected = fresh.key;
    } else if (editor || this.selected === left?.key) this.selected = null;
  }

  /** What waited for a source has one. */
  #goOn(waiting: Editor, source: string): void {
    this.#editors.set(waiting.key, waiting);
    waiting.type((draft, form) => sourcing(draft, form, source, (name) => this.regionOf(name)));
    this.selected = waiting.key;
  }

  /** Edits that are in no file. */
  get unwritten(): Editor[] {
    return [...this.#editors.values()].filter((editor) => editor.isChanged);
  }

  get isChanged(): boolean {
    return this.unwritten.length > 0;
  }

  /** Saves every edit, one after the other. The first that could not be, and why; null: all are saved. */
  async saveAll(): Promise<{ editor: Editor; words: ProblemText | null } | null> {
    for (;;) {
      const [editor] = this.unwritten;
      if (!editor) return null;
      // One that was saved before it may have changed its file.
      editor.replan(0);
      await editor.settled();
      try {
        const outcome = await editor.write();
        if (outcome?.is !== 'written') return { editor, words: outcome?.words ?? null };
        await this.written(editor, outcome.written);
      } catch (error) {
        return { editor, words: problemTextOf(error) };
      }
    }
  }
}

export const [profilesState, provideProfiles] = createContext<Profiles>();
