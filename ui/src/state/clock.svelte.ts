// The page's own clock: it moves when a label on the screen changes, and stands while hidden.

import { nextChange } from '../words/times';

const LONGEST = 60_000;
const SHORTEST = 250;

export class Clock {
  now = $state(Date.now());
  // Only the timer reads it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #followed = new Map<symbol, readonly number[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = Infinity;

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.#stop();
      else this.look();
    });
  }

  /** Keeps labels about these instants right until the answer is called. */
  follow(instants: readonly number[]): () => void {
    const key = Symbol('followed');
    this.#followed.set(key, instants);
    this.#schedule(instants);
    return () => this.#followed.delete(key);
  }

  #schedule(instants: readonly number[]): void {
    if (document.hidden || instants.length === 0) return;
    const now = Date.now();
    const next = Math.min(...instants.map((instant) => nextChange(instant, now)), now + LONGEST);
    if (next >= this.#next) return;
    this.#next = next;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.look();
      },
      Math.max(SHORTEST, next - now),
    );
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#next = Infinity;
  }

  /** Looks at the time at once: what comes from Rust is newer than the last look. */
  look(): void {
    this.#stop();
    this.now = Date.now();
    this.#schedule([...this.#followed.values()].flat());
  }
}
