// The recent history, fetched again when rows change, one request at a time.

import type { Backend, Moment } from '../backend';

export class Day {
  past = $state.raw<Moment[]>([]);
  readonly #backend: Backend;
  #asking = false;
  #again = false;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async load(): Promise<void> {
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = true;
    try {
      do {
        this.#again = false;
        this.past = await this.#backend.day();
      } while (this.#again);
    } catch {
      // What is to come is shown without what was.
    } finally {
      this.#asking = false;
    }
  }
}
