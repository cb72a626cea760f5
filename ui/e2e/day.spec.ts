// The day: a line of marks, and the same as a list.

import { accessible, expect, open, type Page, row, test } from './page';

const marks = (page: Page) => page.locator('[data-scroller] .line svg .mark');

test('says when somebody is next needed, once, and shows the day on a line', async ({ page }) => {
  await open(page);
  await expect(page.getByText(/^Next: MFA code for .*prod-admin.* by 13:28$/)).toHaveCount(1);
  await expect(page.locator('.mark.failed')).toHaveCount(1);
  await expect(page.locator('[data-scroller] .mark.needed')).toHaveCount(1);
  const failed = await page.locator('[data-scroller] .mark.failed title').textContent();
  expect(failed).toMatch(
    /^09:14 {2}Not renewed \(.+\): \u2068project1\u2069, \u2068billing\u2069/m,
  );
});

test('is read as a list by keyboard', async ({ page }) => {
  await open(page);
  const button = page.getByRole('button', { name: 'As a list' });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const list = page.getByRole('region', { name: 'The day' }).getByRole('listitem');
  const texts = await list.allTextContents();
  const now = texts.findIndex((text) => /^\s*13:23\s+now/i.test(text));
  expect(now).toBeGreaterThan(0);
  expect(texts.slice(now + 1).join('\n')).toMatch(/13:28\s+Needs an MFA code: .prod-admin/);
  expect(texts.slice(0, now).join('\n')).toMatch(/12:28\s+Renewed: .prod-admin/);
  await accessible(page);
  await button.press('Enter');
  await expect(list).toHaveCount(0);
});

test('a renewal is on the line at once', async ({ page }) => {
  await open(page);
  await row(page, 'billing')
    .getByRole('button', { name: /^Renew/ })
    .click();
  await expect(row(page, 'billing')).toContainText('renewed');
  await page.getByRole('button', { name: 'As a list' }).click();
  const list = page.getByRole('region', { name: 'The day' }).getByRole('listitem');
  await expect(list.filter({ hasText: /13:23\s+Renewed: .billing/ })).toHaveCount(1);
});

test('the details show one profile’s own', async ({ page }) => {
  await open(page);
  await row(page, 'project1').click();
  const own = page.getByRole('region', { name: /project1/ }).locator('.line svg');
  await expect(own.locator('.mark')).toHaveCount(5);
  await expect(own.locator('.mark.renews')).toHaveCount(1);
});

test('nothing happened and nothing is to come: there is no line', async ({ page }) => {
  await open(page, { state: 'first-run' });
  await expect(page.locator('.mark')).toHaveCount(0);
});

for (const width of [320, 480, 640, 900, 1180, 2560]) {
  test(`fits at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 760 });
    await open(page, {
      lang: width === 480 ? 'pt-BR' : 'en',
      profiles: '300',
      theme: width === 640 ? 'dark' : 'light',
    });
    await expect(marks(page).first()).toBeVisible();
    const apart = await marks(page).evaluateAll((all) => {
      const places = all.map((one) =>
        Number(/\(([\d.]+)/.exec(one.getAttribute('transform') ?? '')?.[1]),
      );
      return places.slice(1).map((place, index) => place - (places[index] ?? 0));
    });
    // The widest is 15 px: none touches the next.
    expect(Math.min(...apart)).toBeGreaterThan(15);
    const tall = await page.evaluate(
      () => document.documentElement.scrollHeight - window.innerHeight,
    );
    expect(tall).toBe(0);
    await accessible(page);
    await page.screenshot({ path: `screenshots/day-${width}.png` });
  });
}

test('is hidden where nobody wants it, and comes back', async ({ page }) => {
  await open(page);
  const day = page.getByRole('region', { name: 'The day' });
  await day.getByRole('button', { name: 'Hide the day' }).click();
  await expect(day).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(day).toBeVisible();
  await page.keyboard.press('Control+5');
  const choice = page.getByRole('switch', { name: 'Show the day' });
  await choice.click();
  await expect(choice).toHaveAttribute('aria-checked', 'false');
  await accessible(page);
  await page.keyboard.press('Control+1');
  await expect(row(page, 'billing')).toBeVisible();
  await expect(day).toHaveCount(0);
});
