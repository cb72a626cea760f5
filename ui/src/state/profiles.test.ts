import { describe, expect, it, vi } from 'vitest';

import type { SectionRef } from '../backend';
import { typing } from '../model/profile-draft';
import { backend } from '../testing/backend';
import { formOf, named, planOf, writtenOf } from '../testing/profiles';
import { Profiles } from './profiles.svelte';

const written = (name: string | null) => writtenOf(name === null ? null : named(name));

/** Two profiles, of which `one` is open with an edit that is not written. */
async function edited() {
  const rows = ['one', 'two'].map((name) => ({
    section: named(name),
    kind: 'role' as const,
    mfa: false,
    via: null,
    account: null,
    role: null,
    region: null,
    problems: 0,
    warnings: 0,
    files: [],
  }));
  const { itself } = backend({
    profileList: vi.fn(() =>
      Promise.resolve({ revision: '1', rows, files: [], undo: null, redo: null }),
    ),
    profileForm: vi.fn((section: SectionRef) => Promise.resolve(formOf(section))),
    planProfile: vi.fn(() => Promise.resolve(planOf(named('one'), '1'))),
  });
  const profiles = new Profiles(itself);
  await profiles.load();
  profiles.select('profile one');
  await vi.waitFor(() => expect(profiles.editor?.form).not.toBeNull());
  const { editor } = profiles;
  editor?.type((draft, now) => typing(draft, now, 'region', 'eu-west-1'));
  expect(editor?.isChanged).toBe(true);
  return { profiles, editor };
}

describe('an edit that is not written', () => {
  it('stays when another profile is written', async () => {
    const { profiles, editor } = await edited();
    await profiles.written(null, written('two'));
    expect(profiles.selected).toBe('profile two');
    profiles.select('profile one');
    expect(profiles.editor).toBe(editor);
    expect(editor?.isChanged).toBe(true);
  });

  it('stays when its own profile is changed by a paste or an undo', async () => {
    const { profiles, editor } = await edited();
    await profiles.written(null, written('one'));
    expect(profiles.editor).toBe(editor);
    expect(editor?.isChanged).toBe(true);
  });

  it('goes with what was written of it', async () => {
    const { profiles, editor } = await edited();
    if (!editor) throw new Error('no editor');
    await profiles.written(editor, written('one'));
    expect(profiles.editor).not.toBe(editor);
    expect(profiles.isChanged).toBe(false);
  });

  it('goes with its profile', async () => {
    const { profiles, editor } = await edited();
    if (!editor) throw new Error('no editor');
    await profiles.written(editor, written(null));
    expect(profiles.selected).toBeNull();
    expect(profiles.isChanged).toBe(false);
  });

  it('follows its profile to the name that it has again', async () => {
    const { profiles, editor } = await edited();
    await profiles.written(null, { ...written('two'), gone: named('one') });
    expect(profiles.selected).toBe('profile two');
    expect(profiles.editor?.draft?.typed).toEqual({ region: 'eu-west-1' });
    expect(profiles.editor?.draft?.section).toEqual(named('two'));
    expect(profiles.editor).not.toBe(editor);
    expect(profiles.editor?.gone).toBe(false);
  });
});
