// Choosing what is watched.

import { accessible, calls, change, clickOutside, expect, open, test } from './page';

const HOME = { state: 'undecided', profiles: '60' };

for (const lang of ['en', 'pt-BR']) {
  for (const theme of ['light', 'dark']) {
    test(`where nothing was chosen it is asked, in ${lang}, ${theme}`, async ({ page }) => {
      await open(page, { ...HOME, lang, theme });
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('searchbox')).toBeFocused();
      await accessible(page);
      await page.screenshot({ path: `screenshots/choose-${lang}-${theme}.png` });
    });
  }
}

test('not now is kept for this run', async ({ page }) => {
  await open(page, HOME);
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await calls(page)).toEqual(['chooseLater']);
});

test('an account is watched with one click, and a range with Shift', async ({ page }) => {
  await open(page, { profiles: '60' });
  await change(page, 'config', (text) =>
    text.replaceAll(
      /(\[profile payments[^\]]*\]\n)sso_.*\nsso_.*\nsso_.*\n/g,
      '$1role_arn = arn:aws:iam::999999999999:role/Developer\nsource_profile = user1\n',
    ),
  );
  await change(page, 'preferences', (text) => text.replaceAll(/"payments[^"]*",?/g, ''));
  await clickOutside(page, { do: 'choose_profiles' });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('payments');
  const account = dialog.getByRole('checkbox', { name: /999999999999/ });
  await account.click();
  await expect(account).toBeChecked();
  const boxes = dialog.locator('[data-choose]');
  expect(await boxes.count()).toBeGreaterThan(3);
  await boxes.nth(0).click();
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  await expect(account).toHaveAttribute('aria-checked', 'mixed');
  await boxes.nth(0).focus();
  await page.keyboard.press('ArrowDown');
  await expect(boxes.nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const [call] = (await calls(page)) as { key: string; profiles: string[] }[];
  expect(call?.key).toBe('watchedOnly');
  expect(call?.profiles.filter((name) => name.startsWith('payments')).length).toBeGreaterThan(1);
});

test('5,000 profiles are no burden', async ({ page }) => {
  await open(page, { profiles: '5000', state: 'undecided' });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  expect(await dialog.getByRole('checkbox').count()).toBeLessThan(60);
  await page.keyboard.type('growth-prod-4');
  await expect(dialog.locator('[data-choose]').first()).toHaveAttribute(
    'data-choose',
    /growth-prod-4/,
  );
});
