// Helpers that the tests share: a page that must log no complaint, and locators of its parts.

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

import type { Action } from '../src/backend/types';

/** A moment in the middle of a minute, so that labels stand still. */
const NOW = new Date('2026-11-23T13:23:30Z');

/** Every test fails on an error in the page: a policy that was broken is one. No picture is taken half-way through a fade. */
export const test = base.extend<{ complaints: string[] }>({
  page: async ({ page }, use) => {
    const take = page.screenshot.bind(page);
    page.screenshot = (options) => take({ animations: 'disabled', ...options });
    await use(page);
  },
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        // Chromium asks for an icon, which a window of the product has no use for.
        if (message.location().url.endsWith('/favicon.ico')) return;
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(message.text());
        }
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, type Page };

export type Options = Record<string, string>;

export async function open(page: Page, options: Options = {}, path = '/index.html'): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await page.goto(`${path}?${new URLSearchParams(options).toString()}`);
  await page.locator('h1').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

export function row(page: Page, profile: string): Locator {
  return page.locator(`[data-row="${profile}"]`);
}

type Given = Record<string, unknown>;

/** What of a command a test compares; what only reads is in none. */
const COMPARED: Record<string, (given: Given) => unknown> = {
  act: ({ action }) => action,
  answer_leave: ({ answer }) => ({ answerLeave: answer }),
  apply_fix: ({ fix }) => ({ applyFix: fix }),
  choose_later: () => 'chooseLater',
  clean_caches: ({ files }) => ({ cleanCaches: files }),
  close_switcher: () => 'closeSwitcher',
  close_window: () => 'closeWindow',
  copy_diagnostics: () => 'copyDiagnostics',
  copy_fix: ({ fix, shell }) => ({ copyFix: fix, shell }),
  copy_report: (given) => ({ copyReport: given }),
  copy_setting: (given) => ({ copySetting: given }),
  diagnose: ({ profile, error }) => ({ diagnose: profile, error }),
  open_log: () => 'openLog',
  open_place: (given) => ({ openPlace: given }),
  paste_profile: ({ into }) => ({ paste: into }),
  plan_profile: ({ edit }) => ({ plan: edit }),
  put_back_caches: ({ cleaning }) => ({ putBackCaches: cleaning }),
  set_preference: ({ change }) => change,
  start_demo: () => 'startDemo',
  test_network: () => 'testNetwork',
  test_notification: () => 'testNotification',
  try_editor: () => 'tryEditor',
  try_plan: ({ code }) => ({ try: code }),
  write_plan: () => 'writePlan',
  zoom: ({ step }) => ({ zoom: step }),
};

/** What the page asked for that does something. */
export async function calls(page: Page): Promise<unknown[]> {
  const all = await page.evaluate(() => window.sandglassPreview?.calls ?? []);
  return all.flatMap(({ command, given }) => {
    const compared = COMPARED[command];
    return compared ? [compared(given)] : [];
  });
}

/** A file of the invented home, or what somebody copied. */
type HomeFile = 'config' | 'credentials' | 'preferences' | 'clipboard';

export async function read(page: Page, file: HomeFile): Promise<string> {
  return page.evaluate(
    (name) => window.sandglassPreview?.with((there) => there.read(name)) ?? '',
    file,
  );
}

/** Another program changes a file. */
export async function change(
  page: Page,
  file: HomeFile,
  changed: (text: string) => string,
): Promise<void> {
  const text = changed(await read(page, file));
  await page.evaluate(
    ([name, now]) =>
      window.sandglassPreview?.with((there) => {
        there.write(name, now, Date.now());
      }),
    [file, text] as const,
  );
}

/** Another program stores a session, as the AWS CLI does, which ends in so many minutes. */
export async function storeSession(page: Page, profile: string, minutes: number): Promise<void> {
  await page.evaluate(
    ([name, left]) =>
      window.sandglassPreview?.with((there) => {
        const now = Date.now();
        there.storesSession(name, now, now + left * 60_000, now);
      }),
    [profile, minutes] as const,
  );
}

/** A click in the tray, or on a notification. */
export async function clickOutside(page: Page, action: Action): Promise<void> {
  await page.evaluate(
    (clicked) =>
      window.sandglassPreview?.with((there) => {
        there.clicked(JSON.stringify(clicked), Date.now());
      }),
    action,
  );
}

/** The window's frame is asked to close. */
export async function closeFrame(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.sandglassPreview?.with((there) => {
      there.closeRequested(Date.now());
    }),
  );
}

/** The focus is on something, once what had it is gone: it is given on with the next picture. */
export async function focusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY'))
    .not.toBe('BODY');
}

/** Nothing for axe to find, once colours have arrived where they go. */
export async function accessible(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What was just answered is drawn in the next picture, and begins to move there.
    const picture = () => new Promise((done) => requestAnimationFrame(done));
    await picture();
    await picture();
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
  expect(found).toEqual([]);
}
