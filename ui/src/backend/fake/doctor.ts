// Diagnoses that take a moment, as real ones do.

import type { Backend, ProblemText } from '..';
import { diagnosis, readError } from './diagnosis';
import { problem } from './words';
import type { World } from './world';

const STEP = 60;
const ELSEWHERE =
  'Your error UnrecognizedClientException came from something else: AWS knows the keys of this profile. Which profile or terminal printed it?';

type DoctorSide = Pick<Backend, 'diagnose' | 'applyFix' | 'copyFix' | 'copyReport' | 'readError'>;

export function fakeDoctor(
  parameters: URLSearchParams,
  there: (call?: unknown) => Promise<World>,
): DoctorSide {
  const done = new Set<number>();
  const refuse = (world: World) => {
    const given = { path: '~/.zshrc', detail: 'Permission denied' };
    return problem(world.language, 'file_not_edited', given) as ProblemText & Error;
  };
  return {
    diagnose: async (profile, error, through) => {
      const world = await there({ diagnose: profile, error });
      const revision = world.view.app.files;
      const found = diagnosis(done, parameters.get('diagnosis') ?? '');
      for (const check of found.checks) {
        await new Promise((resolve) => setTimeout(resolve, STEP));
        through(check);
      }
      const { verdict } = found;
      // Keys that the profile never had.
      const other = error?.includes('UnrecognizedClient') ? ELSEWHERE : null;
      const told = other === null ? verdict : { ...verdict, symptoms: [], elsewhere: other };
      return structuredClone({ ...found, revision, verdict: told });
    },
    applyFix: async (fix) => {
      const world = await there({ applyFix: fix });
      if (parameters.has('fail')) throw refuse(world);
      done.add(fix.place);
      return { awaits: null, cleaning: null, cleaned: 0 };
    },
    copyFix: async (fix, shell) => void (await there({ copyFix: fix, shell })),
    copyReport: async (maskAccounts) => void (await there({ copyReport: { maskAccounts } })),
    readError: async (text) => {
      await there();
      return readError(text);
    },
  };
}
