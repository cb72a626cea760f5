// When a form says what is wrong: of a field once it was left with something new in it, of all of them
// once saving was tried. Nobody is corrected while they type for the first time.

import { SvelteSet } from 'svelte/reactivity';

export class Calm {
  readonly #left = new SvelteSet<string>();
  /** Saving was tried: every field says what it has to say. */
  tried = $state(false);

  /** A field was left, and something else stands in it than before. */
  leave(field: string): void {
    this.#left.add(field);
  }

  tryAll(): void {
    this.tried = true;
  }

  /** What is asked for now is something else: all is calm again. */
  begin(): void {
    this.#left.clear();
    this.tried = false;
  }

  /** Whether a field may speak; null: what belongs to no single one. */
  says(field: string | null): boolean {
    return this.tried || (field === null ? this.#left.size > 0 : this.#left.has(field));
  }
}
