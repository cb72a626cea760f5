// A broken config file, and what fixes it.

import type { Backend, BrokenFile } from '..';
import { problem } from './words';
import type { World } from './world';

const TEXT = [
  'region = eu-west-1',
  '',
  '[profile project1',
  'role_arn = …',
  'source_profile = user1',
];
const WRONG = 7;
const PLACE = `~/.aws/config:${String(WRONG)}`;

export function fakeBroken(
  there: (call?: unknown) => Promise<World>,
): Pick<Backend, 'brokenFiles'> {
  return {
    brokenFiles: async () => {
      const world = await there();
      if (!world.view.app.problems.some(({ words }) => words.code === 'file_unparsable')) return [];
      return [broken(world.language)];
    },
  };
}

function broken(language: string): BrokenFile {
  const first = WRONG - 2;
  return {
    file: 'config',
    words: problem(language, 'file_unparsable', { place: PLACE, reason: 'header' }),
    more: 0,
    lines: TEXT.map((text, place) => ({
      number: first + place,
      text,
      isWrong: first + place === WRONG,
    })),
    plan: {
      id: 'mend',
      section: null,
      changes: 1,
      errors: [],
      warnings: [],
      writable: true,
      files: [
        {
          file: 'config',
          path: '~/.aws/config',
          exists: true,
          removed: 1,
          added: 1,
          lines: [
            { mark: 'same', old: 6, new: 6, text: '' },
            { mark: 'removed', old: 7, new: null, text: '[profile project1' },
            { mark: 'added', old: null, new: 7, text: '[profile project1]' },
            { mark: 'same', old: 8, new: 8, text: 'role_arn = …' },
          ],
        },
      ],
    },
  };
}
