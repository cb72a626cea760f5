// What keys mean, apart from where they are pressed. One table: the handlers read it, and the list of
// shortcuts is made from it.

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A key with what is held meanwhile. Command is Ctrl, on a Mac the command key. */
export interface Chord {
  key: string;
  command?: boolean;
  shift?: boolean;
}

/** Where a key works: wherever the focus is, or in a list of rows. */
export type Where = 'anywhere' | 'list';

interface Shortcut {
  does: string;
  where: Where;
  keys: readonly Chord[];
  /** Even over a question: nothing on the page may hold it. */
  always?: boolean;
}

const plain = (key: string): Chord => ({ key });
const command = (key: string): Chord => ({ key, command: true });
const shift = (key: string): Chord => ({ key, shift: true });

export const SHORTCUTS = [
  { does: 'search', where: 'anywhere', keys: [plain('/'), command('f')] },
  { does: 'renew', where: 'anywhere', keys: [command('r')] },
  { does: 'save', where: 'anywhere', keys: [command('s')] },
  { does: 'undo', where: 'anywhere', keys: [command('z')] },
  { does: 'view-1', where: 'anywhere', keys: [command('1')] },
  { does: 'view-2', where: 'anywhere', keys: [command('2')] },
  { does: 'view-3', where: 'anywhere', keys: [command('3')] },
  { does: 'view-4', where: 'anywhere', keys: [command('4')] },
  { does: 'view-5', where: 'anywhere', keys: [command('5')] },
  { does: 'close', where: 'anywhere', keys: [plain('Escape')] },
  { does: 'shortcuts', where: 'anywhere', keys: [plain('?'), plain('F1')] },
  { does: 'zoom-in', where: 'anywhere', keys: [command('+'), command('=')], always: true },
  { does: 'zoom-out', where: 'anywhere', keys: [command('-')], always: true },
  { does: 'zoom-reset', where: 'anywhere', keys: [command('0')], always: true },
  { does: 'close-window', where: 'anywhere', keys: [command('w')], always: true },
  { does: 'quit', where: 'anywhere', keys: [command('q')], always: true },
  { does: 'down', where: 'list', keys: [plain('ArrowDown')] },
  { does: 'up', where: 'list', keys: [plain('ArrowUp')] },
  { does: 'page-down', where: 'list', keys: [plain('PageDown')] },
  { does: 'page-up', where: 'list', keys: [plain('PageUp')] },
  { does: 'first', where: 'list', keys: [plain('Home')] },
  { does: 'last', where: 'list', keys: [plain('End')] },
  { does: 'open', where: 'list', keys: [plain('Enter')] },
  { does: 'menu', where: 'list', keys: [plain('ContextMenu'), shift('F10')] },
  { does: 'copy', where: 'list', keys: [command('c')] },
  { does: 'more-down', where: 'list', keys: [shift('ArrowDown')] },
  { does: 'more-up', where: 'list', keys: [shift('ArrowUp')] },
  { does: 'more-one', where: 'list', keys: [plain(' ')] },
  { does: 'more-all', where: 'list', keys: [command('a')] },
] as const satisfies readonly Shortcut[];

export type Does = (typeof SHORTCUTS)[number]['does'];

const shortcuts: readonly (Shortcut & { does: Does })[] = SHORTCUTS;

function isPressed(event: Key, chord: Chord): boolean {
  if (event.altKey || (event.ctrlKey || event.metaKey) !== (chord.command ?? false)) return false;
  if (event.key.toLowerCase() !== chord.key.toLowerCase()) return false;
  // Which signs take Shift is up to the keyboard: "?" says it all.
  const sign = chord.key.length === 1 && !/[a-z]/i.test(chord.key);
  return sign || event.shiftKey === (chord.shift ?? false);
}

/** What a key does there; null: it is no shortcut. Where somebody types, a plain sign is text. */
export function pressed(event: Key, where: Where, typing = false): Does | null {
  const found = shortcuts.find(
    (one) =>
      one.where === where &&
      one.keys.some(
        (chord) => isPressed(event, chord) && !(typing && !chord.command && chord.key.length === 1),
      ),
  );
  return found?.does ?? null;
}

/** Whether it works even while a question is asked. */
export function isAlways(does: Does): boolean {
  return shortcuts.some((one) => one.does === does && one.always === true);
}

/** Keys by which a browser would load the page anew, and lose what was typed. */
const RELOADS: readonly Chord[] = [
  command('r'),
  { key: 'r', command: true, shift: true },
  plain('F5'),
  shift('F5'),
  command('F5'),
  { key: 'F5', command: true, shift: true },
  plain('BrowserRefresh'),
];

export function reloads(event: Key): boolean {
  return RELOADS.some((chord) => isPressed(event, chord));
}

const PAGE = 8;

/** Where a key takes the selection in a list of `count`; null: it is no such key. */
export function movedTo(event: Key, at: number | null, count: number): number | null {
  if (count === 0) return null;
  const from = at ?? -1;
  const within = (place: number) => Math.max(0, Math.min(count - 1, place));
  switch (pressed({ ...keyOf(event), shiftKey: false }, 'list')) {
    case 'down':
      return within(from + 1);
    case 'up':
      return within(from < 0 ? 0 : from - 1);
    case 'page-down':
      return within(from + PAGE);
    case 'page-up':
      return within(from - PAGE);
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    default:
      return null;
  }
}

/** An event keeps its keys in its prototype, where no spread finds them. */
function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Key {
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}

/** Whether keys pressed there are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button)$/.test(target.type);
  return target.matches('textarea, select, [contenteditable]');
}
