// Diagnoses: made by doctor itself, in the preview.

import type { Backend } from '..';
import type { World } from './world';

type DoctorSide = Pick<Backend, 'diagnose' | 'applyFix' | 'copyFix' | 'copyReport' | 'readError'>;

export function fakeDoctor(core: Backend, there: (call?: unknown) => Promise<World>): DoctorSide {
  return {
    diagnose: async (profile, error, through) => {
      const world = await there({ diagnose: profile, error });
      const { files } = world.view.app;
      return { ...(await core.diagnose(profile, error, through)), revision: files };
    },
    applyFix: async (fix) => {
      await there({ applyFix: fix });
      // Put back it would be by the core, and the caches that the page shows are not the core's yet.
      return { ...(await core.applyFix(fix)), cleaning: null };
    },
    copyFix: async (fix, shell) => {
      await there({ copyFix: fix, shell });
      return core.copyFix(fix, shell);
    },
    copyReport: async (maskAccounts) => {
      await there({ copyReport: { maskAccounts } });
      return core.copyReport(maskAccounts);
    },
    readError: (text) => core.readError(text),
  };
}
