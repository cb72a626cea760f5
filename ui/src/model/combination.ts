// Writes a pressed key combination in the form of the preferences: `Ctrl+Alt+S`.

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

export interface Combination {
  /** What is pressed so far; ends with `+` while the last key is missing. */
  text: string;
  /** Whether it will do: a last key, and one of Ctrl, Alt and Super with it. */
  complete: boolean;
}

/** Keys with a name, by the page's name of them. */
const NAMED: Record<string, string> = {
  ' ': 'Space',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Pause: 'Pause',
};

/** Signs by where they are, for what Alt or Shift makes of them. */
const SIGNS: Record<string, string> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
};

function lastKey({ key, code }: Pressed): string | null {
  const named = NAMED[key];
  if (named) return named;
  if (/^F([1-9]|1[0-2])$/.test(key)) return key;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  // With Shift, with Alt on a Mac, or on a layout without Latin letters: the key's place says it.
  return /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find(Boolean) ?? SIGNS[code] ?? null;
}

export function combination(event: Pressed): Combination {
  const held = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Super',
  ].filter((name) => name !== false);
  const last = lastKey(event);
  if (last === null) return { text: held.map((name) => `${name}+`).join(''), complete: false };
  const complete = event.ctrlKey || event.altKey || event.metaKey;
  return { text: [...held, last].join('+'), complete };
}
