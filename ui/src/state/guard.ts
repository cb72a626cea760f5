// What a browser would do by itself and a window must not: its own menu, which can load the page anew and
// lose what was typed, and the keys for that.

import { isTyping, reloads } from '../model/keyboard';

/** Whether the browser's menu has something to offer there: cut, copy and paste. */
function hasTextMenu(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (isTyping(target)) return !target.matches('select');
  const text = target.closest('.selectable');
  const selection = document.getSelection();
  if (!text || !selection) return false;
  // Without a selection the browser's menu is about the page: all of the text is meant.
  if (selection.isCollapsed || !selection.containsNode(text, true))
    selection.selectAllChildren(text);
  return !selection.isCollapsed;
}

/** Call it once a page. */
export function guardPage(): void {
  window.addEventListener('contextmenu', (event) => {
    if (!hasTextMenu(event.target)) event.preventDefault();
  });
  // Before anything on the page, a question for instance, keeps the key to itself.
  window.addEventListener(
    'keydown',
    (event) => {
      if (reloads(event)) event.preventDefault();
    },
    { capture: true },
  );
}
