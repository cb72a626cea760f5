// Helpers that the tests of Profiles share.

import { calls, expect, open, type Options, type Page } from './page';

export async function profiles(page: Page, options: Options = {}): Promise<void> {
  await open(page, options);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'Profiles', level: 1 })).toBeVisible();
  await page.locator('[data-row]').first().waitFor();
}

export function field(page: Page, name: string) {
  return page.locator('.editor').getByLabel(name, { exact: true });
}

export function writeButton(page: Page) {
  return page.getByRole('button', { name: /^Save/ });
}

/** What the page asked Rust for last, of those that begin with a word. */
export async function lastEdit(page: Page): Promise<unknown> {
  const edits = (await calls(page)).flatMap((call) =>
    typeof call === 'object' && call !== null && 'plan' in call ? [call.plan] : [],
  );
  return edits.at(-1);
}
