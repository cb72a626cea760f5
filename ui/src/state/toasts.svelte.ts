// Short messages at the foot of the window.

import type { Words } from '../backend';

const SHOWN_FOR = 6000;

export interface Toast {
  id: number;
  text: string;
  next: string;
  bad: boolean;
}

export class Toasts {
  list = $state.raw<Toast[]>([]);
  #last = 0;

  show(text: string): void {
    const id = this.#add({ text, next: '', bad: false });
    setTimeout(() => {
      this.close(id);
    }, SHOWN_FOR);
  }

  /** What went wrong stays until it is closed. */
  fail(words: Words): void {
    this.#add({ text: words.message, next: words.next, bad: true });
  }

  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  #add(toast: Omit<Toast, 'id'>): number {
    this.#last += 1;
    // One at a time beside the newest: a row of messages helps nobody.
    const kept = this.list.filter((other) => other.text !== toast.text).slice(-1);
    this.list = [...kept, { id: this.#last, ...toast }];
    return this.#last;
  }
}
