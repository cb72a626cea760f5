import { describe, expect, it } from 'vitest';

import { offered } from './options';

const options = [
  { value: 'eu-central-1', hint: 'Europe (Frankfurt)' },
  { value: 'us-east-1', hint: 'US East (N. Virginia)' },
  { value: 'me-central-1', hint: 'Middle East (UAE)' },
];
const values = (typed: string) => offered(options, typed).map(({ value }) => value);

describe('choices', () => {
  it('are all there while nothing is typed', () => {
    expect(values(' ')).toEqual(['eu-central-1', 'us-east-1', 'me-central-1']);
  });

  it('are found by value and by what stands beside it', () => {
    expect(values('FRANK')).toEqual(['eu-central-1']);
    expect(values('east us')).toEqual(['us-east-1']);
    expect(values('nowhere')).toEqual([]);
  });

  it('begin with those that begin with the text', () => {
    expect(values('me')).toEqual(['me-central-1']);
    expect(values('e')).toEqual(['eu-central-1', 'us-east-1', 'me-central-1']);
    expect(values('u')).toEqual(['us-east-1', 'eu-central-1', 'me-central-1']);
  });
});
