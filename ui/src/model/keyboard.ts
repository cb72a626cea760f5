// What keys mean, apart from where they are pressed.

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const PAGE = 8;

/** Where a key takes the selection in a list of `count`; null: it is no such key. */
export function movedTo(event: Key, at: number | null, count: number): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return null;
  const from = at ?? -1;
  const within = (place: number) => Math.max(0, Math.min(count - 1, place));
  switch (event.key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return within(from < 0 ? 0 : from - 1);
    case 'PageDown':
      return within(from + PAGE);
    case 'PageUp':
      return within(from - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

export type Shortcut = 'search' | 'renew' | 'write' | { view: number };

/** Keys that work wherever the focus is. */
export function shortcut(event: Key, typing: boolean): Shortcut | null {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (command && event.key.toLowerCase() === 'r') return 'renew';
  if (command && event.key.toLowerCase() === 's') return 'write';
  if (command && event.key.toLowerCase() === 'f') return 'search';
  if (command && /^[1-9]$/.test(event.key)) return { view: Number(event.key) - 1 };
  if (event.key === '/' && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) {
    return 'search';
  }
  return null;
}

/** Whether keys pressed there are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target.matches('textarea, [contenteditable]');
}
