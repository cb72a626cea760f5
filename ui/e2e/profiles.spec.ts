// The profiles view: every flow against invented files.

import { accessible, calls, expect, open, row, test } from './page';

test('look', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+2');
  await row(page, 'project1').click();
  await page.waitForTimeout(400);
  await page.screenshot({ path: 'screenshots/p-view.png' });
  await page.getByLabel('Duration').fill('50000');
  await page.getByLabel('Region', { exact: true }).fill('eu-central-1');
  await page.keyboard.press('Escape');
  await page.getByLabel('Duration').focus();
  await page.waitForTimeout(400);
  await page.screenshot({ path: 'screenshots/p-edit.png' });
  await accessible(page);
  await row(page, 'staging').click();
  await page.waitForTimeout(400);
  await page.screenshot({ path: 'screenshots/p-convert.png' });
  await accessible(page);
  expect(await calls(page)).not.toEqual([]);
});
