import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import type { PromptView, ProblemText } from '../backend';
import { backend } from '../testing/backend';
import { problemText } from '../testing/problem-text';
import Prompt from './Prompt.svelte';
import { digits, secondsLeft } from './step';

const shown: PromptView = {
  profile: 'prod-admin',
  account: '123456789012',
  role: 'Admin',
  via: 'user1',
  serial: 'arn:aws:iam::123456789012:mfa/ana',
  label: null,
  sameDevice: [{ profile: 'prod-audit', label: null }],
  busy: false,
  refusal: null,
  language: 'en',
};

async function opened(view: PromptView = shown) {
  const side = backend({ promptView: () => Promise.resolve(view) });
  render(Prompt, { backend: side.itself });
  const field = await screen.findByLabelText<HTMLInputElement>('MFA code, six digits');
  await vi.waitFor(() => {
    expect(document.activeElement).toBe(field);
  });
  return { ...side, field, user: userEvent.setup() };
}

describe('the prompt', () => {
  it('sends six digits, with those behind the same device', async () => {
    const { itself, user } = await opened();
    await user.keyboard('12345{Enter}');
    expect(itself.promptAnswer).not.toHaveBeenCalled();
    await user.keyboard('6{Enter}');
    expect(itself.promptAnswer).toHaveBeenCalledWith({ code: '123456', also: ['prod-audit'] });
  });

  it('leaves out whom the user leaves out', async () => {
    const { itself, user } = await opened();
    await user.keyboard('123456');
    await user.click(screen.getByLabelText('prod-audit'));
    await user.click(screen.getByText('Renew'));
    expect(itself.promptAnswer).toHaveBeenCalledWith({ code: '123456', also: [] });
  });

  it('takes a pasted code as people copy it', async () => {
    const { field, user } = await opened();
    await user.paste(' 123 456 ');
    expect(field.value).toBe('123456');
  });

  it('explains a refusal and lets the next digit begin anew', async () => {
    const { prompt, field, user } = await opened();
    await user.keyboard('111111{Enter}');
    prompt({ ...shown, busy: true });
    const refusal = problemText({ code: 'mfa_refused', message: 'AWS refused', next: '' });
    prompt({ ...shown, refusal });
    expect(await screen.findByText(/each works once/)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.keyboard('23');
    expect(field.value).toBe('23');
  });

  it('cancels by Escape', async () => {
    const { itself, user } = await opened();
    await user.keyboard('{Escape}');
    expect(itself.promptCancel).toHaveBeenCalledOnce();
  });

  it('says why an answer could not be sent', async () => {
    const gone = problemText({ code: 'gone', message: 'Nobody asks any more.', next: '' });
    const side = backend({
      promptView: () => Promise.resolve(shown),
      promptAnswer: () => Promise.reject(gone as ProblemText & Error),
    });
    render(Prompt, { backend: side.itself });
    await screen.findByLabelText('MFA code, six digits');
    const user = userEvent.setup();
    await user.keyboard('123456{Enter}');
    expect(await screen.findByText(/Nobody asks any more/)).toBeTruthy();
  });
});

it('a step of a code has thirty seconds', () => {
  expect(secondsLeft(0)).toBe(30);
  expect(secondsLeft(29_999)).toBe(1);
  expect(secondsLeft(30_000)).toBe(30);
});

it('digits are what counts of a code', () => {
  expect(digits('12-34 567')).toBe('123456');
});
