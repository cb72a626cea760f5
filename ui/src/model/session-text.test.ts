import { beforeEach, describe, expect, it } from 'vitest';

import { row } from '../testing/rows';
import { problemText } from '../testing/problem-text';
import { setLanguage, setTimeFormat } from '../words/words.svelte';
import { copyEntries } from './copy';
import { ringOf } from './ring';
import { facts, primaryOf, timeText } from './session-text';

const now = new Date(2026, 10, 23, 13, 23).getTime();
const after = (minutes: number) => now + minutes * 60_000;
const failure = problemText({ code: 'network', brief: 'no connection to AWS' });

beforeEach(() => {
  setLanguage('en');
  setTimeFormat('24h');
});

describe('a row says', () => {
  const said = (given: Parameters<typeof row>[1]) => {
    const { title, second, tone } = timeText(row('a', given), now);
    return [title, second, tone];
  };

  it('how long is left, and until when', () => {
    expect(said({ expiresAt: after(42) })).toEqual(['42 min', 'until 14:05', 'ok']);
  });

  it('when a person must act', () => {
    const mfa = { need: 'mfa', humanDeadline: after(4), expiresAt: after(4) } as const;
    expect(said({ ...mfa, state: 'expiring' })).toEqual(['4 min', 'MFA code by 13:27', 'warn']);
    const sso = { need: 'sign_in', humanDeadline: after(307), expiresAt: after(192) } as const;
    expect(said(sso)).toEqual(['3 h 12 min', 'sign in by 18:30', 'ok']);
  });

  it('that only new keys help', () => {
    const keys = {
      state: 'expired',
      need: 'keys',
      renewable: 'new_keys',
      place: 'credentials:14',
    } as const;
    const second = '5 min ago · paste new keys';
    expect(said({ ...keys, expiresAt: after(-5) })).toEqual(['Expired', second, 'bad']);
  });

  it('that it is on its way, and what came of it', () => {
    const renewing = { progress: 'renewing', expiresAt: after(19) } as const;
    expect(said(renewing)).toEqual(['Renewing…', '19 min left', 'quiet']);
    expect(said({ ...renewing, progress: 'renewed' })).toEqual(['19 min', 'renewed', 'ok']);
    const second = 'renewal failed: no connection to AWS';
    expect(said({ expiresAt: after(19), failure })).toEqual(['19 min', second, 'ok']);
  });

  it('that nothing runs out', () => {
    expect(said({ kind: 'keys', state: 'no_expiry' })[0]).toBe('Never expires');
    expect(said({ kind: 'process', state: 'unknown' })[0]).toBe('On demand');
    expect(said({ kind: 'temporary_keys', state: 'unknown' })[0]).toBe('Expiry unknown');
  });

  it('never a time below nothing', () => {
    expect(said({ expiresAt: after(-1) })[0]).toBe('less than 1 min');
  });
});

describe('a row has', () => {
  it('facts without the source that is named apart', () => {
    expect(facts(row('a', { account: '1', role: 'R', via: 'b', place: 'config:1' }))).toEqual([
      '1',
      'R',
    ]);
    expect(facts(row('a', { account: '1', place: 'config:1' }))).toEqual(['1', 'config:1']);
  });

  it('a button only where it helps', () => {
    expect(primaryOf(row('a', { renewable: 'silent' }))).toBe('renew');
    expect(primaryOf(row('a', { renewable: 'mfa' }))).toBe('renew_ask');
    expect(primaryOf(row('a', { renewable: 'sign_in' }))).toBe('sign_in');
    expect(primaryOf(row('a', { renewable: 'sign_in', progress: 'signing_in' }))).toBe(
      'cancel_sign_in',
    );
    expect(primaryOf(row('a', { renewable: 'sign_in_by_command' }))).toBe('copy_sign_in');
    expect(primaryOf(row('a', { renewable: 'no' }))).toBeNull();
    expect(primaryOf(row('a', { renewable: 'new_keys' }))).toBe('paste_keys');
  });
});

describe('a ring', () => {
  it('shows the share that is left', () => {
    const shape = ringOf(row('a', { beganAt: after(-45), expiresAt: after(15) }), now);
    expect(shape).toEqual({ tone: 'ok', mark: 'none', arc: 0.25 });
  });

  it('tells no share where the beginning is not known', () => {
    expect(ringOf(row('a', { expiresAt: after(15) }), now).arc).toBe(1);
  });

  it('marks what colour alone would say', () => {
    const mark = (given: Parameters<typeof row>[1]) => ringOf(row('a', given), now).mark;
    expect(mark({ state: 'expired' })).toBe('bad');
    expect(mark({ state: 'expiring', need: 'mfa' })).toBe('needs');
    expect(mark({ state: 'no_expiry', kind: 'keys' })).toBe('endless');
    expect(mark({ state: 'unknown', kind: 'process' })).toBe('demand');
    expect(mark({ progress: 'renewing' })).toBe('turning');
  });
});

describe('the copy menu', () => {
  const actions = (given: Parameters<typeof row>[1], name = 'a') =>
    copyEntries(row(name, given)).flatMap((entry) =>
      'value' in entry ? [entry.value.action] : [],
    );

  it('offers keys for every shell where there may be any', () => {
    const shells = actions({}).flatMap((action) =>
      action.do === 'copy_keys' ? [action.shell] : [],
    );
    expect(shells).toEqual(['bash', 'fish', 'powershell', 'cmd']);
    expect(actions({ state: 'signed_out' }).some(({ do: what }) => what === 'copy_keys')).toBe(
      false,
    );
  });

  it('shows no name that a shell would read otherwise', () => {
    const shown = JSON.stringify(
      copyEntries(row('a b; rm', {})).map((entry) => 'hint' in entry && entry.hint),
    );
    expect(shown).not.toContain('rm');
  });
});
