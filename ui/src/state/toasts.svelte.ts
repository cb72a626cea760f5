// Short messages at the foot of the window, some with an Undo.

import type { ProblemText } from '../backend';

const SHOWN_FOR = 6000;
/** What can be taken back stays until somebody has read it and decided. */
const WITH_UNDO = 12_000;

/** Said anew whenever the language changes. */
type Saying = () => string;

export interface Toast {
  id: number;
  text: Saying;
  next: string;
  /** The words of AWS or of the system in full. */
  detail: string | null;
  bad: boolean;
  /** Takes back what is told. */
  undo: (() => void) | null;
}

export class Toasts {
  list = $state.raw<Toast[]>([]);
  #last = 0;
  #timers: { id: number; timer: ReturnType<typeof setTimeout> }[] = [];
  /** Somebody points at them, or has the focus there: they stay. */
  #held = false;

  show(text: string | Saying, undo: (() => void) | null = null): void {
    const saying = typeof text === 'string' ? () => text : text;
    this.#add({ text: saying, next: '', detail: null, bad: false, undo });
  }

  /** What went wrong stays until it is closed. */
  fail(words: ProblemText): void {
    const { message, next, detail } = words;
    this.#add({ text: () => message, next, detail, bad: true, undo: null });
  }

  close(id: number): void {
    this.#stop(id);
    this.list = this.list.filter((toast) => toast.id !== id);
    // Its button had the focus, or was under the pointer.
    if (this.list.length === 0) this.#held = false;
  }

  /** Closes what Rust said in the language that was in use before. */
  changeLanguage(): void {
    for (const { id } of this.list.filter((toast) => toast.bad)) this.close(id);
  }

  /** Takes back what this toast tells, or the newest that can be taken back. Whether there was one. */
  undo(id?: number): boolean {
    const able = this.list.filter((toast) => toast.undo !== null && (id ?? toast.id) === toast.id);
    const toast = able[able.length - 1];
    if (!toast) return false;
    this.close(toast.id);
    toast.undo?.();
    return true;
  }

  hold(): void {
    this.#held = true;
    for (const { id } of [...this.#timers]) this.#stop(id);
  }

  release(): void {
    this.#held = false;
    for (const toast of this.list) this.#time(toast);
  }

  #stop(id: number): void {
    for (const one of this.#timers) if (one.id === id) clearTimeout(one.timer);
    this.#timers = this.#timers.filter((one) => one.id !== id);
  }

  #time({ id, bad, undo }: Toast): void {
    if (bad || this.#held) return;
    this.#stop(id);
    const timer = setTimeout(
      () => {
        this.close(id);
      },
      undo ? WITH_UNDO : SHOWN_FOR,
    );
    this.#timers.push({ id, timer });
  }

  #add(toast: Omit<Toast, 'id'>): void {
    this.#last += 1;
    const added = { id: this.#last, ...toast };
    // One at a time beside the newest: a row of messages helps nobody.
    const kept = this.list.filter((other) => other.text() !== toast.text()).slice(-1);
    for (const other of this.list) if (!kept.includes(other)) this.#stop(other.id);
    this.list = [...kept, added];
    this.#time(added);
  }
}
