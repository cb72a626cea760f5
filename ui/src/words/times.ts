// Formats durations, times of day and sizes.

import type { TimeFormat } from '../backend';
import { locale, t } from './words.svelte';

const MINUTE = 60_000;
const HALF_A_MINUTE = 30_000;
const DAY = 24 * 60 * MINUTE;

/** `42 min`, `3 h 12 min`, `2 d 4 h`. Rounded down: never more than there is (as in Rust). */
export function duration(milliseconds: number): string {
  const all = Math.max(0, Math.floor(milliseconds / MINUTE));
  const days = Math.floor(all / 1440);
  const hours = Math.floor(all / 60) % 24;
  const minutes = all % 60;
  if (days > 0) {
    return hours > 0 ? t('duration-days-hours', { days, hours }) : t('duration-days', { days });
  }
  if (hours > 0) {
    return minutes > 0
      ? t('duration-hours-minutes', { hours, minutes })
      : t('duration-hours', { hours });
  }
  return minutes > 0 ? t('duration-minutes', { minutes }) : t('duration-moment');
}

/** How much time is left, to the nearest minute: an hour that has just begun is an hour (as in Rust). */
export function timeLeft(milliseconds: number): string {
  return duration(milliseconds + HALF_A_MINUTE);
}

/** When the label of a duration to or from `instant` changes next. */
export function nextChange(instant: number, now: number): number {
  const ahead = instant - now;
  // Behind, the label changes on the whole minute; ahead, it holds through the half minute's last millisecond,
  // and at the end other words come.
  if (ahead < 0) return now + MINUTE + (ahead % MINUTE);
  if (ahead < HALF_A_MINUTE) return instant + 1;
  return now + ((ahead + HALF_A_MINUTE) % MINUTE) + 1;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale.language} ${JSON.stringify(options)}`;
  let found = clocks.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale.language, options);
    clocks.set(key, found);
  }
  return found;
}

let asked: boolean | undefined;

function systemHasTwelve(): boolean {
  const system = () => new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  return (asked ??= system().hour12 === true);
}

/** `3:48 AM`, `03:48`. Rust says which; where only the system knows, the engine has asked it. */
function hours(timeFormat: TimeFormat): Intl.DateTimeFormatOptions {
  const twelve = timeFormat === 'system' ? systemHasTwelve() : timeFormat === '12h';
  return twelve
    ? { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' }
    : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
}

function startOfDay(instant: number): number {
  return new Date(instant).setHours(0, 0, 0, 0);
}

/** `14:05` today, `Wed 14:05` within a week, `3 Dec, 14:05` else. */
export function timeOfDay(instant: number, now: number): string {
  const time = hours(locale.timeFormat);
  const days = Math.round((startOfDay(instant) - startOfDay(now)) / DAY);
  if (days === 0) return formatter(time).format(instant);
  if (Math.abs(days) < 7) return formatter({ ...time, weekday: 'short' }).format(instant);
  if (Math.abs(days) < 300) {
    return formatter({ ...time, day: 'numeric', month: 'short' }).format(instant);
  }
  return formatter({ day: 'numeric', month: 'short', year: 'numeric' }).format(instant);
}

/** An instant in Rust's words: doctor leaves it to the page how a time is written. */
const INSTANT = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g;

/** A sentence with its instants as times of day here. */
export function withTimes(sentence: string, now: number): string {
  return sentence.replace(INSTANT, (instant) => {
    const at = Date.parse(instant);
    return Number.isNaN(at) ? instant : timeOfDay(at, now);
  });
}

/** `14:00`, `2 pm`: an hour on a line of hours. */
export function hourOfDay(instant: number): string {
  const time = hours(locale.timeFormat);
  return formatter(time.hourCycle === 'h12' ? { hour: 'numeric', hourCycle: 'h12' } : time).format(
    instant,
  );
}

/** `1.4 kB`. */
export function size(bytes: number): string {
  const thousands = bytes / 1000;
  const [value, unit] = thousands < 1000 ? [thousands, 'kilobyte'] : [thousands / 1000, 'megabyte'];
  return new Intl.NumberFormat(locale.language, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  }).format(value);
}

export function count(value: number): string {
  return new Intl.NumberFormat(locale.language).format(value);
}
