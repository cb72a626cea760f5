// Diagnoses that take a moment, as real ones do.

import type { Backend, Words } from '..';
import { diagnosis, readError } from './diagnosis';
import { problem } from './words';
import type { World } from './world';

const STEP = 60;

type DoctorSide = Pick<Backend, 'diagnose' | 'mend' | 'copyFix' | 'copyReport' | 'readError'>;

export function fakeDoctor(
  parameters: URLSearchParams,
  there: (call?: unknown) => Promise<World>,
): DoctorSide {
  const done = new Set<number>();
  const refuse = (world: World) => {
    const given = { path: '~/.zshrc', detail: 'Permission denied' };
    return problem(world.language, 'file_not_edited', given) as Words & Error;
  };
  return {
    diagnose: async (profile, error, through) => {
      await there({ diagnose: profile, error });
      const found = diagnosis(done, parameters.get('diagnosis') ?? '');
      for (const check of found.checks) {
        await new Promise((resolve) => setTimeout(resolve, STEP));
        through(check);
      }
      return structuredClone(found);
    },
    mend: async (fix) => {
      const world = await there({ mend: fix });
      if (parameters.has('fail')) throw refuse(world);
      done.add(fix.place);
      return null;
    },
    copyFix: async (fix, shell) => void (await there({ copyFix: fix, shell })),
    copyReport: async (maskAccounts) => void (await there({ copyReport: { maskAccounts } })),
    readError: async (text) => {
      await there();
      return readError(text);
    },
  };
}
