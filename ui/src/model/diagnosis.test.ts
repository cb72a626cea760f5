import { describe, expect, it } from 'vitest';

import type { CheckRow, EvidenceView } from '../backend';
import { diagnosis } from '../testing/diagnosis';
import { placeOf, unsaid, ways, withCheck } from './diagnosis';

const check = (code: string, detail = ''): CheckRow => ({
  code,
  title: code,
  state: 'ok',
  stateWord: 'Fine',
  detail,
  evidence: [],
  fixes: [],
});

const exhibit = (given: Partial<EvidenceView>): EvidenceView => ({
  what: 'set',
  file: null,
  line: null,
  variable: null,
  value: null,
  ...given,
});

describe('checks that come one by one', () => {
  it('keep their places when they are looked at again', () => {
    const before = withCheck(withCheck([], check('files')), check('clock'));
    const after = withCheck(before, check('files', 'new'));
    expect(after.map(({ code, detail }) => [code, detail])).toEqual([
      ['files', 'new'],
      ['clock', ''],
    ]);
    expect(before[0]?.detail).toBe('');
  });
});

describe('evidence', () => {
  it('has the place that people write', () => {
    expect(placeOf(exhibit({ file: '~/.zshrc', line: 41, variable: 'X' }))).toBe('~/.zshrc:41');
    expect(placeOf(exhibit({ file: '~/.aws' }))).toBe('~/.aws');
    expect(placeOf(exhibit({ variable: 'X' }))).toBe('X');
    expect(placeOf(exhibit({}))).toBe('');
  });

  it('is not listed where the explanation names it', () => {
    const named = exhibit({ file: '~/.zshrc', line: 41 });
    const other = exhibit({ file: '~/.zshrc', line: 4 });
    const nowhere = exhibit({ value: '5 min' });
    expect(unsaid([named, other, nowhere], 'Set in `~/.zshrc:41`.')).toEqual([other, nowhere]);
  });
});

it('fixes are done here or in a terminal', () => {
  const { here, terminal } = ways(diagnosis().verdict.fixes);
  expect(here.map(({ id }) => id.place)).toEqual([0]);
  expect(terminal.map(({ id }) => id.place)).toEqual([1]);
});
