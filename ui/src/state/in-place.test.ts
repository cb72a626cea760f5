import { describe, expect, it, vi } from 'vitest';

import type { ProblemText } from '../backend';
import { backend } from '../testing/backend';
import { problemText } from '../testing/problem-text';
import { named, writtenOf } from '../testing/profiles';
import { InPlace } from './in-place.svelte';

const written = writtenOf(named('one'));
const refusal = problemText({ code: 'not_replaceable', message: 'A mount.' }) as ProblemText &
  Error;

function asking() {
  const writePlan = vi.fn(() => Promise.resolve(written)).mockRejectedValueOnce(refusal);
  const inPlace = new InPlace();
  const { itself } = backend({ writePlan });
  return { writePlan, inPlace, before: inPlace.before(itself) };
}

describe('a file that cannot be replaced', () => {
  it('is written in place once a person agreed', async () => {
    const { writePlan, inPlace, before } = asking();
    const answer = before.writePlan('1');
    await vi.waitFor(() => {
      expect(inPlace.words?.message).toBe('A mount.');
    });
    expect(writePlan.mock.calls).toEqual([['1']]);
    inPlace.answer(true);
    expect(await answer).toBe(written);
    expect(writePlan.mock.calls).toEqual([['1'], ['1', true]]);
    expect(inPlace.words).toBeNull();
  });

  it('is left where nobody agrees, and the reason is said', async () => {
    const { writePlan, inPlace, before } = asking();
    const answer = before.writePlan('1');
    await vi.waitFor(() => {
      expect(inPlace.words).not.toBeNull();
    });
    inPlace.answer(false);
    await expect(answer).rejects.toBe(refusal);
    expect(writePlan).toHaveBeenCalledOnce();
  });

  it('is asked for a fix of Diagnose as well, and of nothing else', async () => {
    const inPlace = new InPlace();
    const other = problemText({ code: 'file_changed' }) as ProblemText & Error;
    const done = { awaits: null, cleaning: null, cleaned: 0 };
    const applyFix = vi.fn(() => Promise.resolve(done)).mockRejectedValueOnce(refusal);
    const writePlan = vi.fn().mockRejectedValue(other);
    const { itself } = backend({ applyFix, writePlan });
    const before = inPlace.before(itself);
    const fix = { diagnosis: 1, place: { of: 'root', fix: 0 } } as unknown as Parameters<
      typeof before.applyFix
    >[0];
    const fixed = before.applyFix(fix);
    await vi.waitFor(() => {
      expect(inPlace.words).not.toBeNull();
    });
    inPlace.answer(true);
    expect(await fixed).toBe(done);
    expect(applyFix.mock.calls).toEqual([[fix], [fix, true]]);
    await expect(before.writePlan('2')).rejects.toBe(other);
    expect(inPlace.words).toBeNull();
    // All else is the backend's own.
    expect(before.tryPlan).toBe(itself.tryPlan);
  });
});
