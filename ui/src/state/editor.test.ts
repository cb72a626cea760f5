import { describe, expect, it, vi } from 'vitest';

import type { ProfilePlan, ProblemText } from '../backend';
import { typing } from '../model/profile-draft';
import { backend } from '../testing/backend';
import { formOf, named, planOf, writtenOf } from '../testing/profiles';
import { problemText } from '../testing/problem-text';
import { Editor } from './editor.svelte';

const section = named('one');
const form = formOf(section);
const plan = (id: string) => planOf(section, id);
const written = writtenOf(section);

const settled = () => new Promise((resolve) => setTimeout(resolve, 200));

async function opened(given: Parameters<typeof backend>[0] = {}) {
  const { itself } = backend({
    profileForm: vi.fn(() => Promise.resolve(form)),
    planProfile: vi.fn(() => Promise.resolve(plan('1'))),
    writePlan: vi.fn(() => Promise.resolve(written)),
    ...given,
  });
  const editor = new Editor(itself, 'profile one', null);
  await editor.load(section);
  const type = (value: string) => {
    editor.type((draft, now) => typing(draft, now, 'region', value));
  };
  return { itself, editor, type };
}

describe('an editor', () => {
  it('asks once for what is typed at a stretch', async () => {
    const { itself, editor, type } = await opened();
    for (const text of ['e', 'eu', 'eu-west-1']) type(text);
    expect(editor.planning).toBe(true);
    await settled();
    expect(itself.planProfile).toHaveBeenCalledOnce();
    expect(itself.planProfile).toHaveBeenCalledWith(
      expect.objectContaining({ set: [{ key: 'region', value: 'eu-west-1' }] }),
    );
    expect(editor.plan?.id).toBe('1');
  });

  it('writes nothing that is not the plan on the screen', async () => {
    const { itself, editor, type } = await opened();
    expect(await editor.write()).toBeNull();
    type('eu-west-1');
    expect(await editor.write()).toBeNull();
    await settled();
    type('eu-west-2');
    expect(await editor.write()).toBeNull();
    expect(itself.writePlan).not.toHaveBeenCalled();
    await settled();
    expect(await editor.write()).toEqual({ is: 'written', written });
    expect(itself.writePlan).toHaveBeenCalledWith('1');
  });

  it('drops the answer to what was typed before', async () => {
    const answers: ((plan: ProfilePlan) => void)[] = [];
    const planProfile = vi.fn(() => new Promise<ProfilePlan>((resolve) => answers.push(resolve)));
    const { editor, type } = await opened({ planProfile });
    type('a');
    await settled();
    type('b');
    await settled();
    answers[1]?.(plan('second'));
    answers[0]?.(plan('first'));
    await settled();
    expect(editor.plan?.id).toBe('second');
  });

  it('keeps what was typed on top of what another program wrote, and says so', async () => {
    const { itself, editor, type } = await opened();
    type('eu-west-1');
    await settled();
    await editor.reread();
    expect(editor.changed).toBe(false);
    vi.mocked(itself.profileForm).mockResolvedValue({ ...form, revision: '2' });
    await editor.reread();
    expect(editor.changed).toBe(true);
    expect(editor.draft?.typed).toEqual({ region: 'eu-west-1' });
    editor.discard();
    expect([editor.changed, editor.isChanged, editor.plan]).toEqual([false, false, null]);
  });

  describe('whose file changed under it', () => {
    const changed = problemText({
      code: 'file_changed',
      message: 'Changed.',
      next: '',
    }) as ProblemText & Error;
    const refusedOnce = () => vi.fn(() => Promise.resolve(written)).mockRejectedValueOnce(changed);

    it('writes by itself where the change is the same', async () => {
      const plans = [plan('1'), plan('2')];
      const { itself, editor, type } = await opened({
        writePlan: refusedOnce(),
        planProfile: vi.fn(() => Promise.resolve(plans.shift() ?? plan('x'))),
      });
      type('eu-west-1');
      await settled();
      expect(await editor.write()).toEqual({ is: 'written', written });
      expect(vi.mocked(itself.writePlan).mock.calls).toEqual([['1'], ['2']]);
      expect([editor.changed, editor.writing]).toEqual([false, false]);
    });

    it('shows the new change where it is another one', async () => {
      const line = { mark: 'removed' as const, old: 3, new: null, text: 'region = theirs' };
      const files = [
        {
          file: 'config' as const,
          path: '~/.aws/config',
          exists: true,
          lines: [line],
          removed: 1,
          added: 0,
        },
      ];
      const plans = [plan('1'), { ...plan('2'), files }];
      const { itself, editor, type } = await opened({
        writePlan: refusedOnce(),
        planProfile: vi.fn(() => Promise.resolve(plans.shift() ?? plan('x'))),
      });
      type('eu-west-1');
      await settled();
      expect(await editor.write()).toEqual({ is: 'differs', words: changed });
      expect(itself.writePlan).toHaveBeenCalledOnce();
      expect([editor.changed, editor.writing, editor.plan?.id]).toEqual([true, false, '2']);
      // Looked at, it is what is written.
      expect(await editor.write()).toEqual({ is: 'written', written });
    });

    it('does not race for ever with who writes again and again', async () => {
      const { itself, editor, type } = await opened({
        writePlan: vi.fn(() => Promise.reject(changed)),
      });
      type('eu-west-1');
      await settled();
      expect(await editor.write()).toMatchObject({ is: 'differs' });
      expect(vi.mocked(itself.writePlan).mock.calls.length).toBeLessThan(10);
    });

    it('never writes what was not shown, though it is planned already', async () => {
      const { itself, editor, type } = await opened();
      type('eu-west-1');
      await settled();
      const answers: ((plan: ProfilePlan) => void)[] = [];
      vi.mocked(itself.planProfile).mockImplementation(
        () => new Promise<ProfilePlan>((resolve) => answers.push(resolve)),
      );
      await editor.reread();
      expect(editor.planning).toBe(true);
      await editor.ready();
      expect(await editor.write()).toEqual({ is: 'written', written });
      expect(itself.writePlan).toHaveBeenCalledExactlyOnceWith('1');
    });
  });

  it('leaves Rust alone while a question is open', async () => {
    const { itself, editor, type } = await opened();
    type('eu-west-1');
    editor.hold();
    await settled();
    expect(itself.planProfile).not.toHaveBeenCalled();
    editor.release();
    await settled();
    expect(itself.planProfile).toHaveBeenCalledOnce();
  });

  it('shows a whole proposal at once, and half a one when it is asked for', async () => {
    const convert = {
      roleArn: 'arn',
      seen: 'setting' as const,
      seenIn: 'x_principal_arn',
      mayLackPath: true,
      sourceProfile: 'base',
      sources: [],
      region: 'eu-west-1',
    };
    const whole = await opened({ profileForm: () => Promise.resolve({ ...form, convert }) });
    expect(whole.editor.proposal).toEqual({
      roleArn: 'arn',
      sourceProfile: 'base',
      region: 'eu-west-1',
    });
    expect(whole.editor.isChanged).toBe(false);
    const half = { ...convert, sourceProfile: null };
    const { editor } = await opened({
      profileForm: () => Promise.resolve({ ...form, convert: half }),
    });
    expect(editor.proposal).toBeNull();
  });
});
