// Adds what the page uses and jsdom lacks.

import { configure } from '@testing-library/svelte';
import { vi } from 'vitest';

// As long as the browser tests wait: the machine may build at the same time.
configure({ asyncUtilTimeout: 15_000 });

vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));

class Observer {
  observe(): void {
    // Nothing has a size here.
  }
  unobserve(): void {
    // Nothing was observed.
  }
  disconnect(): void {
    // Nothing was observed.
  }
}
vi.stubGlobal('ResizeObserver', Observer);

HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
  this.open = true;
};
