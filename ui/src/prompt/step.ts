// The time step of a code, and parsing codes as people paste them.

const STEP = 30_000;

/** Whole seconds until the device shows another code, 1 to 30. */
export function secondsLeft(now: number): number {
  return Math.ceil((STEP - (now % STEP)) / 1000);
}

/** What is typed or pasted, as digits: "123 456", "123-456". */
export function digits(text: string): string {
  return text.replace(/\D/g, '').slice(0, 6);
}
