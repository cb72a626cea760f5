import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import App from './App.svelte';
import type { ProblemText } from './backend';
import { row } from './testing/rows';
import { backend, EMPTY_LIST, view } from './testing/backend';
import { listed } from './testing/profiles';
import { problemText } from './testing/problem-text';

const said = problemText();

// A refused command, as Tauri rejects.
const refuse = () => Promise.reject(said as ProblemText & Error);

describe('the window', () => {
  it('asks anew where a patch overtook the first view', async () => {
    const stale = view([row('a', { account: 'old' })]);
    const fresh = view([row('a', { account: 'new' })]);
    const side = backend();
    const asked = vi.fn(async () => {
      if (asked.mock.calls.length > 1) return fresh;
      // News come as events of their own: what the page begins with is done by then.
      await new Promise((resolve) => setTimeout(resolve));
      side.send({ sessions: fresh.sessions });
      return stale;
    });
    render(App, { backend: { ...side.itself, windowView: asked } });
    expect(await screen.findByText('new')).toBeTruthy();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('says what went wrong where the first view does not come', async () => {
    render(App, { backend: backend({ windowView: refuse }).itself });
    expect(await screen.findByText('It did not work.')).toBeTruthy();
  });

  it('tries again when asked to, and when Rust has news', async () => {
    let works = false;
    const side = backend({ windowView: () => (works ? Promise.resolve(view()) : refuse()) });
    render(App, { backend: side.itself });
    await userEvent.setup().click(await screen.findByText('Try again'));
    expect(await screen.findByText('It did not work.')).toBeTruthy();
    works = true;
    side.send({ sessions: [row('one', {})] });
    expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeTruthy();
  });

  it('goes where a click outside of it leads', async () => {
    const list = vi.fn(() => Promise.resolve({ ...EMPTY_LIST, rows: [listed('sandbox')] }));
    const form = vi.fn(() => new Promise<never>(() => undefined));
    const side = backend({ profileList: list, profileForm: form });
    render(App, { backend: side.itself });
    await screen.findByRole('heading', { name: 'Sessions' });
    side.errand({ is: 'pasteKeys', profile: 'sandbox' });
    await waitFor(() => {
      expect(form).toHaveBeenCalledWith({ is: 'profile', name: 'sandbox' });
    });
    side.errand({ is: 'choose' });
    expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeTruthy();
  });

  it('shows a refused renewal until it is closed', async () => {
    const { itself } = backend({ act: vi.fn(refuse) });
    render(App, { backend: itself });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Renew .*one/ }));
    expect(itself.act).toHaveBeenCalledWith({ do: 'renew', profile: 'one' });
    expect((await screen.findByRole('alert')).textContent).toContain('It did not work.');
    await user.click(screen.getByLabelText('Close message'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('selects the next where the selected profile vanishes', async () => {
    const [a, b] = [row('a', { expiresAt: 1 }), row('b', { expiresAt: 2 })];
    const side = backend({ windowView: () => Promise.resolve(view([a, b])) });
    render(App, { backend: side.itself });
    await screen.findByRole('heading', { name: 'a' });
    side.send({ order: ['b'] });
    expect(await screen.findByRole('heading', { name: 'b' })).toBeTruthy();
    await waitFor(() => {
      expect((document.activeElement as HTMLElement).dataset['row']).toBe('b');
    });
    side.send({ order: [] });
    expect(await screen.findByText('No profiles in the AWS files')).toBeTruthy();
  });

  it('switches language and first run with a patch', async () => {
    const side = backend();
    render(App, { backend: side.itself });
    await screen.findByRole('heading', { name: 'Sessions' });
    const { app } = view();
    side.send({ app: { ...app, language: 'pt-BR' } });
    expect(await screen.findByRole('heading', { name: 'Sessões' })).toBeTruthy();
    const firstRun = [{ path: '~/.aws/config', what: 'config', mode: '0600' }];
    side.send({ app: { ...app, firstRun } });
    expect(await screen.findByText('Welcome to Sandglass')).toBeTruthy();
    side.send({ app });
    expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeTruthy();
  });

  it('says outcomes to screen readers', async () => {
    const side = backend({
      windowView: () => Promise.resolve(view([row('a', { progress: 'renewing' })])),
    });
    render(App, { backend: side.itself });
    await screen.findByRole('heading', { name: 'a' });
    side.send({ sessions: [row('a', { progress: 'renewed' })] });
    expect(await screen.findByText(/was renewed\./)).toBeTruthy();
  });

  it('says in the details why they did not come', async () => {
    const side = backend({ sessionDetails: refuse });
    render(App, { backend: side.itself });
    expect(await screen.findByText('It did not work.')).toBeTruthy();
  });
});
