import { describe, expect, it, vi } from 'vitest';

import { diagnosis } from '../testing/diagnosis';
import { backend } from '../testing/backend';
import { Doctor } from './doctor.svelte';

/** One that is told of files by their content. */
async function checked(revision: string, heard: string) {
  const diagnose = vi.fn(() => Promise.resolve({ ...diagnosis(), revision }));
  const { itself } = backend({ diagnose });
  const doctor = new Doctor(itself);
  const hear = (files: string, choices = 'en') => {
    doctor.follow({ files, choices });
  };
  hear(heard);
  await doctor.check();
  return { doctor, hear };
}

describe('a report', () => {
  it('is out of date when the files changed since, and no longer when they are as they were', async () => {
    const { doctor, hear } = await checked('1', '1');
    expect(doctor.outdated).toBe(false);
    hear('2');
    expect(doctor.outdated).toBe(true);
    hear('1');
    expect(doctor.outdated).toBe(false);
  });

  it('behind a fix is not taken for old while the page has yet to hear of the files', async () => {
    const { doctor, hear } = await checked('2', '1');
    expect(doctor.outdated).toBe(false);
    hear('2');
    expect(doctor.outdated).toBe(false);
    // The fix was taken back: now it is the report that is old.
    hear('1');
    expect(doctor.outdated).toBe(true);
  });

  it('is out of date when other files, another way to AWS or another language was chosen', async () => {
    const { doctor, hear } = await checked('1', '1');
    hear('1', 'pt-BR');
    expect(doctor.outdated).toBe(true);
    await doctor.check();
    expect(doctor.outdated).toBe(false);
  });

  it('of another profile begins anew', async () => {
    const { doctor, hear } = await checked('1', '1');
    hear('2');
    const other = doctor.choose('other');
    expect(doctor.outdated).toBe(false);
    await other;
  });
});
