// The Sessions view.

import { accessible, calls, change, expect, open, row, storeSession, test } from './page';

test('the search finds, goes to the list and is cleared', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await page.keyboard.type('1111 eng');
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '1 profile found' })).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'data-eng')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-row]')).toHaveCount(18);
  await expect(row(page, 'data-eng')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('/');
  await page.keyboard.type('nobody');
  await expect(page.getByText('Nothing matches “nobody”.')).toBeVisible();
  await accessible(page);
});

test('everything goes by keyboard', async ({ page }) => {
  await open(page);
  await expect(row(page, 'staging')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'project1')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'project1' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'project1' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row(page, 'project1')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Watch .project1/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Renew .project1/ })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { name: 'Caches' })).toBeVisible();
  await expect(page.locator('[role=row]:focus')).toHaveCount(1);
  await page.keyboard.press('Control+1');
  await expect(page.locator('[role=row]:focus')).toHaveCount(1);
});

test('a renewal is shown, said, and keeps the focus', async ({ page }) => {
  await open(page);
  await row(page, 'project1').focus();
  await page.keyboard.press('Control+r');
  await expect(row(page, 'project1').getByText('Renewing…')).toBeVisible();
  await expect(row(page, 'project1').getByText('1 h', { exact: true })).toBeVisible();
  await expect(page.getByText(/project1.* was renewed, until 14:23/)).toBeAttached();
  await expect(row(page, 'project1')).toBeFocused();
  // By urgency it moved below another.
  const order = await page
    .locator('[data-row]')
    .evaluateAll((rows) =>
      rows
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((one) => one.getAttribute('data-row')),
    );
  expect(order.slice(2, 5)).toEqual(['project1', 'billing', 'data-eng']);
  expect(await calls(page)).toEqual([{ do: 'renew', profile: 'project1' }]);
});

test('the focus stays on a button whose row moves', async ({ page }) => {
  await open(page);
  await row(page, 'billing').click();
  const button = page.getByRole('button', { name: /^Renew .billing/ });
  await button.focus();
  await storeSession(page, 'billing', 30);
  await expect(row(page, 'billing').getByText('30 min')).toBeVisible();
  await expect(button).toBeFocused();
});

test('a renewal that fails says why, in the row and the details', async ({ page }) => {
  await open(page, { fail: '' });
  await row(page, 'project1').click();
  await page.keyboard.press('Control+r');
  await expect(
    row(page, 'project1').getByText('renewal failed: no connection to AWS'),
  ).toBeVisible();
  await expect(page.getByText('AWS cannot be reached.')).toBeVisible();
  await accessible(page);
});

test('a profile that vanishes leaves its place to the next', async ({ page }) => {
  await open(page);
  await row(page, 'project1').focus();
  await change(page, 'config', (text) => text.replace(/\[profile project1\][^[]*/, ''));
  await expect(row(page, 'project1')).toHaveCount(0);
  await expect(row(page, 'billing')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'billing' })).toBeVisible();
});

test('a wrong and a right code, in the window of their own', async ({ page, context }) => {
  await open(page);
  const opened = context.waitForEvent('page');
  await row(page, 'prod-admin')
    .getByRole('button', { name: /^Renew/ })
    .click();
  const prompt = await opened;
  await expect(prompt.getByText('MFA code for')).toBeVisible();
  await expect(prompt.getByLabel('MFA code, six digits')).toBeFocused();
  await prompt.keyboard.type('000000');
  await prompt.keyboard.press('Enter');
  await expect(prompt.getByText(/each works once/)).toBeVisible();
  const closed = prompt.waitForEvent('close');
  await prompt.keyboard.type('123456');
  await prompt.keyboard.press('Enter');
  await closed;
  await page.bringToFront();
  await expect(row(page, 'prod-admin').getByText('renewed')).toBeVisible();
});

test('"Renew all" asks above ten', async ({ page }) => {
  await open(page, { profiles: '60' });
  const button = page.getByRole('button', { name: /^Renew \d+ sessions…$/ });
  await button.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/Renew \d+ sessions\?/);
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
  expect(await calls(page)).toEqual([]);
  await button.click();
  await dialog.getByRole('button', { name: /^Renew \d+ sessions$/ }).click();
  expect(await calls(page)).toEqual([
    { do: 'renew_these', profiles: expect.arrayContaining(['prod-admin']) as string[] },
  ]);
});

test('the copy menu works by keyboard and never shows a secret', async ({ page }) => {
  await open(page);
  await row(page, 'project1').click();
  const button = page.getByRole('button', { name: /^Copy from/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Profile name' })).toBeFocused();
  await accessible(page);
  await page.keyboard.press('p');
  await expect(page.getByRole('menuitem', { name: 'PowerShell' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Credentials for PowerShell copied\./)).toBeVisible();
  await expect(button).toBeFocused();
  const copied = { do: 'copy_keys', profile: 'project1', shell: 'powershell' };
  expect(await calls(page)).toEqual([copied]);
});

test('watching, keeping fresh, snoozing and a label are kept', async ({ page }) => {
  await open(page);
  await row(page, 'project1').click();
  await page.getByRole('switch', { name: 'Keep fresh' }).click();
  await expect(page.getByRole('switch', { name: 'Keep fresh' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Set…' }).click();
  await page.keyboard.type('prod');
  await page.getByRole('radio', { name: 'Purple' }).check({ force: true });
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(row(page, 'project1').getByText('prod', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /Change…/ })).toBeFocused();
  await page.getByRole('switch', { name: 'Watch' }).click();
  await expect(page.getByRole('switch', { name: 'Watch' })).not.toBeChecked();
  await row(page, 'prod-admin').click();
  await page.getByRole('button', { name: 'Snooze for 30 min' }).click();
  await expect(page.getByText('notifications muted until 13:53')).toBeVisible();
  expect((await calls(page)).length).toBe(4);
});

test('the order is chosen from a menu', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Sort by: Urgency' }).click();
  await page.getByRole('menuitemradio', { name: 'Name' }).click();
  await expect(page.getByRole('button', { name: 'Sort by: Name' })).toBeFocused();
});

for (const width of [1180, 640, 320]) {
  test(`names of every kind are text and break nothing at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 760 });
    await open(page, { odd: '' });
    await expect(page.locator('bdi b, bdi img')).toHaveCount(0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    const ends = await page
      .locator('.name')
      .evaluateAll((names) => names.map((name) => name.getBoundingClientRect().right));
    expect(Math.max(...ends)).toBeLessThanOrEqual(width);
    await page.getByRole('row').filter({ hasText: 'xxxxxxxx' }).first().click();
    await page.screenshot({ path: `screenshots/odd-names-${width}.png` });
    await accessible(page);
  });
}

test('where the list would not fit beside them, the details are a sheet', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 760 });
  await open(page);
  await expect(page.getByRole('region', { name: /Details of/ })).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('region', { name: /Details of .prod-admin/ });
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: 'Chain and settings' }).click();
  await expect(sheet.getByText('AssumeRole, 1 h, MFA')).toBeVisible();
  await page.screenshot({ path: 'screenshots/sheet-640.png' });
  await accessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(row(page, 'prod-admin')).toBeFocused();
});

test('of 5,000 profiles less than 100 rows are in the document', async ({ page }) => {
  await open(page, { profiles: '5000' });
  const drawn = page.locator('[role=row]');
  expect(await drawn.count()).toBeLessThan(100);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '5004');
  await page.keyboard.press('End');
  await expect(page.locator('[data-row]:focus')).toHaveAttribute('aria-rowindex', '5004');
  expect(await drawn.count()).toBeLessThan(100);
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-row]:focus')).toHaveAttribute('aria-rowindex', '5003');
  await page.keyboard.press('Home');
  await expect(page.locator('[data-row]:focus')).toHaveAttribute('aria-rowindex', '2');
});
