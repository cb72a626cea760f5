// Short messages at the foot of the window.

import type { Words } from '../backend';

const SHOWN_FOR = 6000;

export interface Toast {
  id: number;
  text: string;
  next: string;
  /** The words of AWS or of the system in full. */
  detail: string | null;
  bad: boolean;
}

export class Toasts {
  list = $state.raw<Toast[]>([]);
  #last = 0;

  show(text: string): void {
    const id = this.#add({ text, next: '', detail: null, bad: false });
    setTimeout(() => {
      this.close(id);
    }, SHOWN_FOR);
  }

  /** What went wrong stays until it is closed. */
  fail(words: Words): void {
    const { message: text, next, detail } = words;
    this.#add({ text, next, detail, bad: true });
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
