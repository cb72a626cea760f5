// Keeps rows in place while the user is about to click one.

import type { Held } from '../model/arrange';

/** After a click or a key: longer than a double click lasts. */
const AFTER = 2000;
/** A pointer that rests so long aims at nothing. */
const RESTING = 30_000;

export class Hold {
  /** Where the rows stand meanwhile; null: where they belong. */
  held = $state.raw<{ of: string; places: Held } | null>(null);
  readonly #now: () => { of: string; places: Held };
  #over = false;
  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `now` tells where the rows stand, and of which list that is. */
  constructor(now: () => { of: string; places: Held }) {
    this.#now = now;
  }

  /** The pointer moves over the rows. */
  over(): void {
    this.#over = true;
    this.#keep(RESTING);
  }

  /** The pointer left them. */
  out(): void {
    this.#over = false;
    this.#later(Math.max(0, this.#until - performance.now()));
  }

  /** A row was clicked, or renewed by a key. */
  touched(): void {
    this.#until = performance.now() + AFTER;
    this.#keep(this.#over ? RESTING : AFTER);
  }

  #keep(time: number): void {
    const now = this.#now();
    // Another order or another search was asked for: what was held is of no use.
    if (this.held?.of !== now.of) this.held = now;
    this.#later(time);
  }

  #later(time: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#over = false;
      this.held = null;
    }, time);
  }
}
