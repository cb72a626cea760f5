// Cleaning the caches, and taking that back. With ?newer, one entry was renewed meanwhile.

import type { Backend, CacheRow, ProblemText } from '..';
import { problem } from './words';
import type { World } from './world';

type Cleaning = Pick<Backend, 'cleanCaches' | 'putBackCaches'>;

export function fakeCleaning(
  parameters: URLSearchParams,
  there: (call?: unknown) => Promise<World>,
): Cleaning {
  const removed: CacheRow[][] = [];
  return {
    cleanCaches: async (files) => {
      const now = await there({ cleanCaches: files });
      const stuck = parameters.has('fail') ? files[0] : undefined;
      const goes = (row: CacheRow) => files.includes(row.file) && row.file !== stuck;
      const gone = now.view.caches.filter(goes);
      removed.push(gone);
      now.show({ ...now.view, caches: now.view.caches.filter((row) => !goes(row)) });
      const given = { path: stuck ?? '', detail: 'Permission denied' };
      const failure = problem(now.language, 'cache_not_removed', given);
      return {
        results: files.map((file) => ({ file, failure: file === stuck ? failure : null })),
        cleaning: gone.length > 0 ? removed.length - 1 : null,
      };
    },
    putBackCaches: async (cleaning) => {
      const now = await there({ putBackCaches: cleaning });
      const kept = removed[cleaning];
      if (!kept) throw problem(now.language, 'cache_not_kept', {}) as ProblemText & Error;
      const newer = parameters.has('newer') ? 1 : 0;
      now.show({ ...now.view, caches: [...now.view.caches, ...kept.slice(newer)] });
      return { putBack: kept.length - newer, newer, failure: null };
    },
  };
}
