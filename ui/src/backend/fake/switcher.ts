// The quick switcher's invented side: the same world as the window's.

import type { Backend, SessionRow } from '..';
import type { World } from './world';

type SwitcherPart = Pick<Backend, 'switcherView' | 'onSwitcher' | 'closeSwitcher'>;

/** As Rust sorts them: what is watched, the most urgent first, then what was used last. */
function interest(row: SessionRow): [number, number] {
  const ends = row.expiresAt ?? Infinity;
  if (row.watched) return [row.group === 'needs_you' ? 0 : 1, ends];
  return row.beganAt === null ? [3, 0] : [2, -row.beganAt];
}

function byInterest(a: SessionRow, b: SessionRow): number {
  const [left, right] = [interest(a), interest(b)];
  return left[0] - right[0] || (left[1] === right[1] ? 0 : left[1] - right[1]);
}

export function fakeSwitcher(there: (call?: unknown) => Promise<World>): SwitcherPart {
  return {
    switcherView: async () => {
      const { view, language } = await there();
      const rows = structuredClone(view.sessions).sort(byInterest);
      return { language, timeFormat: view.preferences.timeFormat.value, shell: 'bash', rows };
    },
    onSwitcher: async (listener) =>
      (await there()).listen((patch) => {
        listener({ patch: { rows: patch.sessions, order: null } });
      }),
    closeSwitcher: async () => {
      await there('closeSwitcher');
      document.body.dataset['closed'] = 'true';
    },
  };
}
