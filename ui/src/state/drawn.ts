// Detects when a page is on the screen for the first time.

import type { Backend } from '../backend';

/** Tells Rust once what stands in the document has been drawn. */
export function tellDrawn(backend: Backend): void {
  // The first frame is still being made; at the second one it is on the screen.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      // It only times the opening: nobody needs to hear of a failure.
      backend.pageDrawn().catch(() => undefined);
    }),
  );
}
