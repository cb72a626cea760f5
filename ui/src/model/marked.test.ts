import { describe, expect, it } from 'vitest';

import { marked } from './marked';

const names = (sentence: string) =>
  marked(sentence)
    .filter(({ isName }) => isName)
    .map(({ text }) => text);

describe('names inside a sentence', () => {
  it.each([
    ['AWS_SESSION_TOKEN is set in ~/.zshrc:41.', ['AWS_SESSION_TOKEN', '~/.zshrc:41']],
    ['see ~/.aws/config, and aws_session_token', ['~/.aws/config', 'aws_session_token']],
    ['role with `source_profile = user1`, config:12', ['source_profile = user1']],
    ['without --profile, with “--no-verify-ssl”.', ['--profile', '--no-verify-ssl']],
    ['a -- b, well--known and a-b', []],
    ['run aws sso login; AWS answers', []],
    ['', []],
  ])('of “%s”', (sentence, expected) => {
    expect(names(sentence)).toEqual(expected);
  });

  it('lose no letter of it', () => {
    const sentence = 'AWS_PROFILE (~/.bashrc:3) wins over “~/فريق/x:1”.';
    const all = marked(sentence).map(({ text }) => text);
    expect(all.join('')).toBe(sentence);
  });
});
