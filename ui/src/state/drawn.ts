// Detects when a page is on the screen for the first time.

import type { Backend } from '../backend';

/** Waits until what stands in the document has been drawn, and tells Rust of it once. */
export function tellDrawn(backend: Backend): Promise<void> {
  return new Promise((resolve) => {
    // The first frame is still being made; at the second one it is on the screen.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // It only times the opening: nobody needs to hear of a failure.
        backend.pageDrawn().catch(() => undefined);
        resolve();
      }),
    );
  });
}
