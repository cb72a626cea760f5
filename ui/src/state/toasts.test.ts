import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { problemText } from '../testing/problem-text';
import { Toasts } from './toasts.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a message', () => {
  it('that can be taken back stays longer, and as long as somebody is at it', () => {
    const toasts = new Toasts();
    toasts.show('plain');
    vi.advanceTimersByTime(7_000);
    expect(toasts.list).toHaveLength(0);
    toasts.show('saved', () => undefined);
    vi.advanceTimersByTime(7_000);
    expect(toasts.list).toHaveLength(1);
    toasts.hold();
    vi.advanceTimersByTime(60_000);
    expect(toasts.list).toHaveLength(1);
    toasts.release();
    vi.advanceTimersByTime(13_000);
    expect(toasts.list).toHaveLength(0);
  });

  it('is taken back once, the newest first', () => {
    const toasts = new Toasts();
    const [first, second] = [vi.fn(), vi.fn()];
    toasts.show('first', first);
    toasts.show('second', second);
    expect(toasts.undo()).toBe(true);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    expect(toasts.undo()).toBe(true);
    expect(first).toHaveBeenCalledOnce();
    expect(toasts.undo()).toBe(false);
  });

  it('that Rust worded goes with its language, what the page words stays', () => {
    const toasts = new Toasts();
    toasts.fail(problemText());
    toasts.show('saved', () => undefined);
    toasts.changeLanguage();
    expect(toasts.list.map((toast) => toast.text())).toEqual(['saved']);
  });

  it('is said anew in another language', () => {
    const toasts = new Toasts();
    let word = 'Saved';
    toasts.show(() => word);
    word = 'Salvo';
    expect(toasts.list[0]?.text()).toBe('Salvo');
  });
});
