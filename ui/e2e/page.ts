// Helpers that the tests share: a page that must log no complaint, and locators of its parts.

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

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

export async function calls(page: Page): Promise<unknown[]> {
  return page.evaluate(() => window.sandglassFake?.calls ?? []);
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
