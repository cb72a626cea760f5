// The texts of a session's row.

import type { NeedKind, NextNeed, SessionKind, SessionRow } from '../backend';
import { isolated } from '../words/bundles';
import { duration, timeLeft, timeOfDay } from '../words/times';
import { t } from '../words/words.svelte';
import { isOnDemand, waitsFor } from './ring';

export type Tone = 'ok' | 'warn' | 'bad' | 'quiet';
export interface TimeText {
  title: string;
  second: string;
  tone: Tone;
  /** The second line tells of a failure. */
  failed: boolean;
}

const KINDS: Record<SessionKind, string> = {
  role: 'window-kind-role',
  keys: 'window-kind-keys',
  temporary_keys: 'window-kind-temporary-keys',
  sso: 'window-kind-sso',
  web_identity: 'window-kind-web-identity',
  login: 'window-kind-login',
  process: 'window-kind-process',
  host: 'window-kind-host',
  settings: 'window-kind-settings',
  none: 'window-kind-none',
};

export function kindWord(kind: SessionKind): string {
  return t(KINDS[kind]);
}

const BY: Record<NeedKind, string> = {
  click: 'window-click-by',
  mfa: 'window-mfa-by',
  sign_in: 'window-sign-in-by',
  keys: 'window-keys-by',
};

const NEXT: Record<NeedKind, string> = {
  click: 'window-next-click',
  mfa: 'window-next-mfa',
  sign_in: 'window-next-sign-in',
  keys: 'window-next-keys',
};

/** "Next: MFA code for prod-admin by 13:28". */
export function nextNeed({ at, need, profile }: NextNeed, now: number): string {
  return t(NEXT[need], { time: timeOfDay(at, now), profile: isolated(profile) });
}

/** What brings a session that is not there. */
function remedy(row: SessionRow): string {
  if (row.need === 'keys') return t('window-new-keys');
  if (row.need === 'mfa') return t('session-needs-mfa');
  if (row.need === 'sign_in') return t('session-needs-sign-in');
  return row.renewable === 'silent' ? t('window-one-click') : '';
}

function deadline(row: SessionRow, now: number): string {
  if (row.need && row.humanDeadline !== null && row.humanDeadline > now) {
    return t(BY[row.need], { time: timeOfDay(row.humanDeadline, now) });
  }
  return row.expiresAt === null ? '' : t('window-until', { time: timeOfDay(row.expiresAt, now) });
}

function joined(...facts: (string | null)[]): string {
  return facts.filter(Boolean).join(' · ');
}

/** The state without the renewal. */
function stateText(row: SessionRow, now: number): Omit<TimeText, 'failed'> {
  const left = row.expiresAt === null ? 0 : row.expiresAt - now;
  switch (row.state) {
    case 'broken':
      if (waitsFor(row) !== null) {
        const second = t('window-waiting-for', { file: waitsFor(row) ?? '' });
        return { title: t('window-waiting'), second, tone: 'quiet' };
      }
      return { title: t('window-broken'), second: row.failure?.brief ?? '', tone: 'bad' };
    case 'expired': {
      const ago = row.expiresAt === null ? '' : t('window-ago', { duration: duration(-left) });
      const brought = row.need === 'keys' ? remedy(row) : null;
      return { title: t('window-expired'), second: joined(ago, brought), tone: 'bad' };
    }
    case 'fresh':
      return { title: timeLeft(left), second: deadline(row, now), tone: 'ok' };
    case 'expiring':
      return { title: timeLeft(left), second: deadline(row, now), tone: 'warn' };
    case 'signed_out':
      return { title: t('window-no-session'), second: remedy(row), tone: 'quiet' };
    case 'none':
      return {
        title: t('window-no-credentials'),
        second: t('window-settings-only'),
        tone: 'quiet',
      };
    case 'no_expiry':
      if (isOnDemand(row)) break;
      return { title: t('window-no-expiry'), second: t('window-long-term'), tone: 'quiet' };
    case 'unknown':
      if (isOnDemand(row)) break;
      return { title: t('window-unknown'), second: t('window-not-recorded'), tone: 'quiet' };
  }
  return { title: t('window-on-demand'), second: t('window-each-use'), tone: 'quiet' };
}

export function timeText(row: SessionRow, now: number): TimeText {
  const state = stateText(row, now);
  if (row.progress === 'renewing') {
    const left = (row.expiresAt ?? 0) - now;
    const second = left > 0 ? t('window-left', { duration: timeLeft(left) }) : '';
    return { title: t('window-renewing'), second, tone: 'quiet', failed: false };
  }
  if (row.progress === 'signing_in') {
    const code = row.signIn?.code ?? null;
    const link = row.signIn?.byLink ? t('window-signing-in-link') : null;
    const second = joined(code === null ? null : t('window-signing-in-code', { code }), link);
    return { title: t('window-signing-in'), second, tone: 'quiet', failed: false };
  }
  if (row.progress === 'renewed') return { ...state, second: t('window-renewed'), failed: false };
  if (row.failure && row.state !== 'broken') {
    const second = t('session-renewal-failed', { reason: row.failure.brief });
    // What passes by itself, as a network that is away, is no profile's fault.
    return { ...state, second, failed: row.attention === 'fix' };
  }
  return { ...state, failed: row.state === 'broken' && waitsFor(row) === null };
}

/** `210987654321`, `Prod-Role`, where it comes from. */
export function facts(row: SessionRow): string[] {
  const found = [row.account, row.role].filter((fact) => fact !== null);
  if (row.via === null) found.push(row.place);
  return found;
}

/** Whether something is wrong that waiting and renewing do not fix. */
export function needsDiagnosis(row: SessionRow): boolean {
  return waitsFor(row) === null && (row.state === 'broken' || row.attention === 'fix');
}

/** What AWS refuses once it refuses again: the reason is of more use than another try. */
const REFUSALS = ['access_denied', 'refused', 'invalid_key', 'signature_mismatch'];

/** Whether AWS refused the last try. */
export function isRefused(row: SessionRow): boolean {
  return REFUSALS.includes(row.failure?.code ?? '');
}

export type Primary =
  'renew' | 'renew_ask' | 'sign_in' | 'cancel_sign_in' | 'copy_sign_in' | 'paste_keys' | null;

/** What the row's button does; none where nothing on this screen helps. */
export function primaryOf(row: SessionRow): Primary {
  if (row.progress === 'signing_in') return 'cancel_sign_in';
  switch (row.renewable) {
    case 'silent':
      return 'renew';
    case 'mfa':
      return 'renew_ask';
    case 'sign_in':
      return 'sign_in';
    case 'sign_in_by_command':
      return 'copy_sign_in';
    case 'new_keys':
      return 'paste_keys';
    case 'no':
      return null;
  }
}

/** The button in words. */
export function primaryText(row: SessionRow): string | null {
  switch (primaryOf(row)) {
    case 'renew':
      return t('window-renew');
    case 'renew_ask':
      return t('window-renew-ask');
    case 'sign_in':
      return t('window-sign-in');
    case 'cancel_sign_in':
      return t('window-cancel-sign-in');
    case 'copy_sign_in':
      return t('window-copy-sign-in');
    case 'paste_keys':
      return t('window-profiles-paste-keys');
    case null:
      return null;
  }
}

/** The same where the session is one thing among others that can be done. */
export function sessionText(row: SessionRow): string | null {
  const first = row.state === 'signed_out' && primaryOf(row) === 'renew';
  return first ? t('window-get-session') : primaryText(row);
}
