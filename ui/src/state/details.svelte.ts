// The details of the selected session, fetched again when its row changes.

import {
  type Backend,
  type SessionDetails,
  type SessionRow,
  type ProblemText,
  problemTextOf,
} from '../backend';

export class Details {
  shown = $state.raw<SessionDetails | null>(null);
  failure = $state.raw<ProblemText | null>(null);
  #backend: Backend;
  #asked = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async load(row: SessionRow | null): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    if (row?.profile !== this.shown?.profile) this.shown = null;
    this.failure = null;
    if (!row) return;
    try {
      const details = await this.#backend.sessionDetails(row.profile);
      // Another row was selected meanwhile: this answer is nobody's.
      if (asked === this.#asked) this.shown = details;
    } catch (error) {
      if (asked === this.#asked) this.failure = problemTextOf(error);
    }
  }
}
