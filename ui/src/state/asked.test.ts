import { describe, expect, it, vi } from 'vitest';

import type { ProfilePlan, ProblemText } from '../backend';
import { backend } from '../testing/backend';
import { named, planOf, writtenOf } from '../testing/profiles';
import { problemText } from '../testing/problem-text';
import { AskedPlan } from './asked.svelte';

const section = named('one');
const written = writtenOf(section);
const changed = problemText({
  code: 'file_changed',
  message: 'Changed.',
  next: '',
}) as ProblemText & Error;

const pending = () => {
  let resolve: (plan: ProfilePlan) => void = () => undefined;
  const answer = new Promise<ProfilePlan>((done) => (resolve = done));
  return { answer, resolve };
};

describe('a question about a change', () => {
  it('keeps what is shown while the same is asked again, and writes it', async () => {
    const { itself } = backend({ writePlan: vi.fn(() => Promise.resolve(written)) });
    const asked = new AskedPlan();
    await asked.ask(() => Promise.resolve(planOf(section, '1')));
    const second = pending();
    void asked.ask(() => second.answer, true);
    expect(asked.plan?.id).toBe('1');
    expect(await asked.write(itself)).toEqual(written);
    expect(itself.writePlan).toHaveBeenCalledExactlyOnceWith('1');
    const third = pending();
    void asked.ask(() => third.answer);
    expect(asked.plan).toBeNull();
    expect(await asked.write(itself)).toBeNull();
  });

  it('is asked anew where a file changed: written if it is the same, else shown', async () => {
    const writePlan = vi.fn(() => Promise.resolve(written)).mockRejectedValueOnce(changed);
    const { itself } = backend({ writePlan });
    const asked = new AskedPlan();
    const plans = [planOf(section, '1'), planOf(section, '2')];
    await asked.ask(() => Promise.resolve(plans.shift() ?? null));
    expect(await asked.write(itself)).toEqual(written);
    expect(writePlan.mock.calls).toEqual([['1'], ['2']]);

    writePlan.mockRejectedValueOnce(changed);
    const blocked = { ...planOf(section, '4'), writable: false };
    const others = [planOf(section, '3'), blocked];
    await asked.ask(() => Promise.resolve(others.shift() ?? null));
    expect(await asked.write(itself)).toBeNull();
    expect([asked.differs, asked.plan?.id]).toEqual([changed, '4']);
  });

  it('says any other refusal', async () => {
    const refusal = problemText({
      code: 'file_unwritable',
      message: 'No.',
      next: '',
    }) as ProblemText & Error;
    const { itself } = backend({ writePlan: vi.fn(() => Promise.reject(refusal)) });
    const asked = new AskedPlan();
    await asked.ask(() => Promise.resolve(planOf(section, '1')));
    await expect(asked.write(itself)).rejects.toBe(refusal);
    expect(asked.writing).toBe(false);
  });
});
