// Caches, preferences, first run, the prompt, and rules for every view.

import { accessible, calls, change, expect, focusKept, open, row, test } from './page';

test('what has run out is cleaned at once', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Clean caches (4)' }).click();
  await expect(page.getByText('4 cache files removed.')).toBeVisible();
  await expect(page.getByText('old-audit')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Nothing to clean' })).toBeVisible();
});

test('a cleaning is undone from its message, and what is newer stays', async ({ page }) => {
  await open(page, { newer: '' });
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Clean caches (4)' }).click();
  const told = page.getByRole('status').filter({ hasText: '4 cache files removed.' });
  await told.getByRole('button', { name: 'Undo' }).click();
  await expect(told).toHaveCount(0);
  await expect(
    page.getByText('3 cache files restored. 1 has been replaced by a newer session, which stays.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Clean caches (3)' })).toBeVisible();
  await accessible(page);
  // By keyboard, as everything that has an Undo.
  await page.getByRole('button', { name: 'Clean caches (3)' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^2 cache files restored\./)).toBeVisible();
  expect(await calls(page)).toContainEqual({ putBackCaches: 1 });
});

test('what somebody would miss is asked about, by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+4');
  await expect(page.locator('[role=row]:focus')).toContainText('old-audit');
  await page.keyboard.press('Space');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 of 13 selected, 2.4 kB')).toBeVisible();
  await page.screenshot({ path: 'screenshots/caches-selected.png' });
  await page.getByRole('button', { name: 'Clean selected (2)…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 session needs a sign-in or an MFA code afterwards');
  await expect(dialog).toContainText('prod-admin');
  await page.screenshot({ path: 'screenshots/clean-dialog.png' });
  await accessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await calls(page)).toEqual([]);
  await page.getByRole('button', { name: 'Clean selected (2)…' }).click();
  await dialog.getByRole('button', { name: 'Clean' }).click();
  await expect(page.getByText('2 cache files removed.')).toBeVisible();
});

test('a file nobody knows cannot be chosen, and one that stays says why', async ({ page }) => {
  await open(page, { fail: '' });
  await page.keyboard.press('Control+4');
  const unknown = page.getByRole('row').filter({ hasText: 'notes.json' });
  await unknown.click({ force: true });
  await expect(unknown).toHaveAttribute('aria-selected', 'false');
  await page.getByRole('button', { name: 'Clean caches (4)' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('cannot be removed.');
  await alert.getByText('Details').click();
  await expect(alert.getByText('Permission denied')).toBeVisible();
  await accessible(page);
});

test('the cache table is sorted by its heads', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+4');
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Profile', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Profile', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('language, theme and time format switch live', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+5');
  await page.getByLabel('Language').selectOption('pt-BR');
  await expect(page.getByRole('heading', { name: 'Preferências' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  await page.getByRole('radio', { name: 'Escuro' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('radio', { name: '12 h' }).check({ force: true });
  await expect(page.getByText(/\b1:23\sPM/)).toBeVisible();
  await page.getByRole('button', { name: 'Restaurar Idioma para: Sistema' }).click();
  await expect(page.getByRole('heading', { name: 'Preferences' })).toBeVisible();
});

test('thresholds are typed; a wrong one stays with its reason', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+5');
  const field = page.getByRole('textbox', { name: 'First reminder' });
  await field.fill('soon');
  await field.press('Enter');
  await expect(page.getByText('Enter a whole number of minutes')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await accessible(page);
  await field.fill('9999');
  await field.press('Enter');
  await expect(page.getByText('Must be a list of minutes, each from 1 to 2160.')).toBeVisible();
  await field.fill('30');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  expect((await calls(page)).at(-1)).toEqual({ key: 'notifyMinutes', value: [30, 5] });
  await page.getByRole('button', { name: 'Reset First reminder to: 15 min, 5 min' }).click();
  await expect(field).toHaveValue('15');
  await expect(field).toBeFocused();
  await page.getByRole('textbox', { name: 'Last reminder' }).fill('');
  await page.getByRole('textbox', { name: 'Last reminder' }).press('Enter');
  expect((await calls(page)).at(-1)).toEqual({ key: 'notifyMinutes', value: [15] });
});

test('a browser is chosen for a sign-in, and an MFA device prints its codes', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+5');
  const browser = page.getByRole('textbox', { name: 'corp', exact: true });
  await browser.fill('firefox');
  await browser.blur();
  await expect(page.getByText(/Must be a command with %u/)).toBeVisible();
  await browser.fill('firefox -P work %u');
  await browser.blur();
  await expect(page.getByText(/Must be a command with %u/)).toHaveCount(0);
  await expect(browser).toHaveValue('firefox -P work %u');
  const device = page.getByRole('textbox', { name: /:mfa\// }).first();
  await device.fill('op item get AWS --otp');
  await device.blur();
  await expect(device).toHaveValue(/^op /);
  await accessible(page);
});

test('a proxy that is none is refused at its field; the network is tried', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+5');
  const field = page.getByRole('textbox', { name: 'Proxy', exact: true });
  await field.fill('proxy.corp');
  await field.blur();
  await expect(page.getByText('Must be an address such as')).toBeVisible();
  await field.press('Escape');
  await expect(field).toHaveValue('');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByText('https://sts.eu-west-1.amazonaws.com answered')).toBeVisible();
});

test('the notification, the log, the diagnostics and the pause are at hand', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'Open the log' }).click();
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByText('Diagnostics copied, without secrets.')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('menuitem', { name: 'Until I resume' }).click();
  await page.getByRole('button', { name: 'Resume' }).first().click();
  expect(await calls(page)).toEqual([
    'testNotification',
    'openLog',
    'copyDiagnostics',
    { do: 'pause', until: 'resumed' },
    { do: 'resume' },
  ]);
});

for (const [state, text] of [
  ['paused', /Paused: 4\d min left/],
  ['offline', 'No connection to AWS. 4 sessions are still valid'],
  ['clock', 'clock is wrong: renewals wait'],
  ['demo', 'Demo: a simulated AWS'],
  ['no-tray', 'your desktop has no tray'],
  ['broken', '~/.aws/config:7 is broken'],
] as const) {
  test(`what holds for everything stands above: ${state}`, async ({ page }) => {
    await open(page, { state });
    // The details of a profile that it concerns may say it as well.
    await expect(page.getByText(text).first()).toBeVisible();
    await accessible(page);
  });
}

test('what goes away under the focus hands it on', async ({ page }) => {
  await open(page, { state: 'paused' });
  await page.getByRole('button', { name: 'Resume' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Paused')).toHaveCount(0);
  await expect(page.locator('body')).not.toBeFocused();
  await focusKept(page);
});

test('the first run goes away when profiles come', async ({ page }) => {
  await open(page, { state: 'first-run' });
  await page.getByRole('button', { name: 'Use other locations…' }).click();
  await expect(page.getByRole('heading', { name: 'Preferences', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: /Try the demo/ }).click();
  await expect(page.getByText('Demo: a simulated AWS')).toBeVisible();
  await expect(page.locator('[data-row]')).toHaveCount(18);
});

test('the first run goes away when a file comes', async ({ page }) => {
  await open(page, { state: 'first-run' });
  await expect(page.locator('.ways')).toBeVisible();
  await change(page, 'credentials', () => '[mine]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n');
  await expect(row(page, 'mine')).toBeVisible();
  await expect(page.locator('.ways')).toHaveCount(0);
});

test('the prompt explains a wrong code and cancels by Escape', async ({ page }) => {
  await page.setViewportSize({ width: 380, height: 368 });
  for (const theme of ['light', 'dark']) {
    await open(page, { theme, same: '' }, '/prompt.html');
    await page.keyboard.type('713902');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/each works once/)).toBeVisible();
    await expect(page.getByLabel('MFA code, six digits')).toHaveValue('');
    await expect(page.getByRole('button', { name: 'Renew' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await page.screenshot({ path: `screenshots/prompt-refused-${theme}.png` });
    await accessible(page);
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('body')).toHaveAttribute('data-closed', 'true');
});

test('at 400 % everything is reachable', async ({ page }) => {
  // 1180 × 760 at 400 %.
  await page.setViewportSize({ width: 295, height: 190 });
  await open(page);
  for (const key of ['Control+1', 'Control+2', 'Control+3', 'Control+4', 'Control+5']) {
    await page.keyboard.press(key);
    // A diagnosis takes a moment.
    if (key === 'Control+3') await page.getByText(/^16 checks, /).waitFor();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('[data-scroller]')].some(
        (one) => one.scrollWidth > one.clientWidth,
      ),
    );
    expect(wide).toBe(false);
    await page.screenshot({ path: `screenshots/zoom-${key.at(-1) ?? ''}.png` });
    await accessible(page);
  }
  await page.keyboard.press('Control+1');
  await expect(page.locator('[role=row]:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /Details of/ })).toBeVisible();
  await page.screenshot({ path: 'screenshots/zoom-details.png' });
  await page.keyboard.press('Control+2');
  await page.locator('[data-row="project1"]').click();
  await page.getByLabel('Duration').fill('1');
  await page.getByRole('button', { name: 'Discard' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'screenshots/zoom-editor.png' });
  await accessible(page);
});

test('with forced colours and reduced motion nothing is lost', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await open(page);
  await page.screenshot({ path: 'screenshots/forced-colors.png' });
  const turning = await page.evaluate(() => document.getAnimations().length);
  expect(turning).toBe(0);
});
