// Keeps the focus: when the focused element disappears, something near takes it.

const FOCUSABLE =
  '[role="row"][tabindex="0"], button:not([tabindex="-1"]), input, select, [tabindex="0"]';

export class FocusKeeper {
  #path: EventTarget[] = [];

  /** Remembers who has the focus, and within what. */
  remember(event: FocusEvent): void {
    this.#path = event.composedPath();
  }

  /** Call it after the page changed. */
  keep(): void {
    const [had, ...around] = this.#path;
    if (document.activeElement !== document.body) return;
    // Still there: somebody clicked on nothing.
    if (!(had instanceof Element) || had.isConnected) return;
    for (const place of around) {
      if (!(place instanceof Element) || !place.isConnected) continue;
      const near = place.querySelector<HTMLElement>(FOCUSABLE);
      if (!near) continue;
      near.focus();
      return;
    }
  }
}
