import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import App from '../../App.svelte';
import type { CheckRow, Diagnosed, FixId, ProblemText } from '../../backend';
import { diagnosis } from '../../testing/diagnosis';
import { row } from '../../testing/rows';
import { backend, view } from '../../testing/backend';
import { problemText } from '../../testing/problem-text';

const refuse = () => Promise.reject(problemText() as ProblemText & Error);
const CAUSE = 'New terminals will use an expired token, not project1';
const ERROR = 'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: …';

function open(given: Parameters<typeof backend>[0] = {}) {
  const side = backend(given);
  render(App, { backend: side.itself });
  return { ...side, user: userEvent.setup() };
}

async function openView(given: Parameters<typeof backend>[0] = {}) {
  const side = open(given);
  await side.user.click(await screen.findByRole('button', { name: 'Diagnose' }));
  return side;
}

describe('a diagnosis', () => {
  it('begins with what a plain command uses, and shows each check as it is through', async () => {
    let through: (check: CheckRow) => void = () => undefined;
    let end: (found: Diagnosed) => void = () => undefined;
    const ask = vi.fn((_profile: unknown, _error: unknown, tell: typeof through) => {
      through = tell;
      return new Promise<Diagnosed>((resolve) => (end = resolve));
    });
    await openView({ diagnose: ask });
    expect(screen.getByText(/Checking what a plain aws command/)).toBeTruthy();
    expect(ask.mock.calls[0]?.slice(0, 2)).toEqual([null, null]);
    const found = diagnosis();
    for (const check of found.checks.slice(0, 2)) through(check);
    expect(await screen.findByText('2 checks so far…')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Check again' }).ariaDisabled).toBe('true');
    end(found);
    expect(await screen.findByRole('heading', { name: CAUSE })).toBeTruthy();
    expect(await screen.findByText(`Checked. ${CAUSE}`)).toBeTruthy();
    expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(9);
  });

  it('of another profile is not overtaken by a late one', async () => {
    const ends: ((found: Diagnosed) => void)[] = [];
    const ask = vi.fn(() => new Promise<Diagnosed>((resolve) => ends.push(resolve)));
    const side = await openView({ diagnose: ask });
    side.errand({ is: 'diagnose', profile: 'one' });
    await waitFor(() => {
      expect(ends.length).toBe(2);
    });
    const named = (title: string) => {
      const found = diagnosis();
      return { ...found, verdict: { ...found.verdict, title } };
    };
    ends[1]?.(named('of one'));
    expect(await screen.findByRole('heading', { name: 'of one' })).toBeTruthy();
    ends[0]?.(named('late'));
    await Promise.resolve();
    expect(screen.queryByRole('heading', { name: 'late' })).toBeNull();
  });

  it('that is refused says so and can be tried again', async () => {
    let works = false;
    const ask = () => (works ? Promise.resolve(diagnosis()) : refuse());
    const { user } = await openView({ diagnose: ask });
    expect((await screen.findAllByText('It did not work.')).length).toBeGreaterThan(0);
    works = true;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: CAUSE })).toBeTruthy();
  });

  it('is asked for by a session that is broken, and from outside', async () => {
    const broken = row('one', { state: 'broken', renewable: 'no', failure: problemText() });
    const side = open({ windowView: () => Promise.resolve(view([broken])) });
    const [button] = await screen.findAllByRole('button', { name: /^Diagnose .one/ });
    if (!button) throw new Error('no button');
    await side.user.click(button);
    expect(await screen.findByRole('heading', { name: CAUSE })).toBeTruthy();
    const ask = vi.mocked(side.itself.diagnose);
    expect(ask.mock.lastCall?.[0]).toBe('one');
    side.errand({ is: 'diagnose', profile: null });
    await waitFor(() => {
      expect(ask.mock.lastCall?.[0]).toBeNull();
    });
  });
});

describe('a fix', () => {
  it('that changes text is shown, done when confirmed, and checked', async () => {
    const done = new Set<number>();
    const applyFix = vi.fn((fix: FixId) => {
      done.add(fix.place);
      return Promise.resolve({ awaits: null, cleaning: null, cleaned: 0 });
    });
    const ask = vi.fn(() => Promise.resolve(diagnosis(done)));
    const { user } = await openView({ diagnose: ask, applyFix });
    const button = await screen.findByRole('button', { name: 'Remove 3 lines from ~/.zshrc…' });
    await user.click(button);
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('export AWS_SESSION_TOKEN=****');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(applyFix).not.toHaveBeenCalled();
    await user.click(button);
    await user.click(screen.getByRole('button', { name: 'Remove 3 lines' }));
    expect(applyFix).toHaveBeenCalledWith({ diagnosis: 1, place: 0 });
    expect(await screen.findByText('Fixed and checked again. project1 works')).toBeTruthy();
    expect(ask).toHaveBeenCalledTimes(2);
    await waitFor(() => {
      expect(document.activeElement?.textContent).toContain('project1 works');
    });
  });

  it('that takes a code is looked at again when the renewal is through', async () => {
    const one = row('one', { progress: null });
    const applyFix = vi.fn(() => Promise.resolve({ awaits: 'one', cleaning: null, cleaned: 0 }));
    const side = await openView({ windowView: () => Promise.resolve(view([one])), applyFix });
    await side.user.click(await screen.findByRole('button', { name: 'Clean 3' }));
    side.send({ sessions: [{ ...one, progress: 'renewing' }] });
    expect(side.itself.diagnose).toHaveBeenCalledTimes(1);
    side.send({ sessions: [{ ...one, progress: 'renewed' }] });
    await waitFor(() => {
      expect(side.itself.diagnose).toHaveBeenCalledTimes(2);
    });
    side.send({ sessions: [one] });
    side.send({ sessions: [{ ...one, progress: 'renewed' }] });
    await Promise.resolve();
    expect(side.itself.diagnose).toHaveBeenCalledTimes(2);
  });

  it('that cleans caches offers to put them back', async () => {
    const applyFix = vi.fn(() => Promise.resolve({ awaits: null, cleaning: 7, cleaned: 3 }));
    const { user, itself } = await openView({ applyFix });
    await user.click(await screen.findByRole('button', { name: 'Clean 3' }));
    expect(await screen.findByText('3 cache files removed.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(itself.putBackCaches).toHaveBeenCalledWith(7);
  });

  it('that changes none is done at once; one that fails says why', async () => {
    const applyFix = vi.fn(refuse);
    const { user, itself } = await openView({ applyFix });
    await user.click(await screen.findByRole('button', { name: 'Clean 3' }));
    expect(applyFix).toHaveBeenCalledWith({ diagnosis: 1, place: 2 });
    expect((await screen.findByRole('alert')).textContent).toContain('It did not work.');
    expect(itself.diagnose).toHaveBeenCalledTimes(1);
  });

  it('for a terminal is copied by Rust, for the shell that is chosen', async () => {
    const { user, itself } = await openView();
    await user.click(await screen.findByRole('button', { name: 'Copy unset for zsh' }));
    expect(itself.copyFix).toHaveBeenCalledWith({ diagnosis: 1, place: 1 }, 'zsh');
    await user.click(screen.getByRole('button', { name: 'Other shells' }));
    await user.click(screen.getByRole('menuitem', { name: /^fish/ }));
    expect(itself.copyFix).toHaveBeenLastCalledWith({ diagnosis: 1, place: 1 }, 'fish');
  });
});

describe('a pasted error', () => {
  it('is read, steers the verdict, and can be forgotten', async () => {
    const read = { code: 'ExpiredToken', operation: 'GetCallerIdentity', hint: 'It ran out.' };
    const { user, itself } = await openView({ readError: () => Promise.resolve(read) });
    await user.click(await screen.findByRole('button', { name: 'Paste an error…' }));
    await user.click(screen.getByRole('textbox'));
    await user.paste(ERROR);
    await user.click(screen.getByRole('button', { name: 'Check with this error' }));
    const ask = vi.mocked(itself.diagnose);
    await waitFor(() => {
      expect(ask.mock.lastCall?.[1]).toBe(ERROR);
    });
    expect(await screen.findByText('ExpiredToken', { selector: '.banner code' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Forget the error' }));
    await waitFor(() => {
      expect(ask.mock.lastCall?.[1]).toBeNull();
    });
  });

  it('is never guessed at', async () => {
    const { user, itself } = await openView();
    await user.click(await screen.findByRole('button', { name: 'Paste an error…' }));
    await user.click(screen.getByRole('button', { name: 'Check with this error' }));
    expect(await screen.findByText('Paste the message first.')).toBeTruthy();
    await user.click(screen.getByRole('textbox'));
    await user.paste('what is this');
    expect(await screen.findByText('The error was not recognized')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => {
      expect(vi.mocked(itself.diagnose).mock.lastCall?.[1]).toBe('what is this');
    });
  });
});
