// The quick switcher against invented data.

import { accessible, calls, expect, open, type Page, test } from './page';

const PATH = '/switcher.html';

const at = (page: Page) => page.locator('[role="option"][aria-selected="true"]');
const options = (page: Page) => page.locator('[role="option"]');
/** The box, with every profile in it. */
async function show(page: Page, given: Record<string, string> = {}): Promise<void> {
  await open(page, given, PATH);
  await at(page).waitFor();
}

const closed = (page: Page) => page.locator('body[data-closed="true"]');

test.use({ viewport: { width: 620, height: 440 } });

test('what needs somebody is first, and at hand', async ({ page }) => {
  await show(page);
  await expect(page.getByRole('combobox')).toBeFocused();
  await expect(options(page).first()).toContainText('staging');
  await expect(at(page)).toHaveAttribute('data-row', 'staging');
  await expect(page.getByRole('status')).toContainText('18 profiles');
});

test('a name is typed, Enter renews it, and the box goes', async ({ page }) => {
  await show(page);
  await page.keyboard.type('project1');
  await expect(at(page)).toHaveAttribute('data-row', 'project1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Renewing');
  await expect(closed(page)).toBeAttached();
  expect(await calls(page)).toEqual([{ do: 'renew', profile: 'project1' }, 'closeSwitcher']);
});

test('a refusal stays, with the way to its reason', async ({ page }) => {
  await show(page, { fail: '' });
  await page.keyboard.type('project1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('AWS cannot be reached');
  await accessible(page);
  await page.getByRole('alert').getByRole('button', { name: 'Diagnose' }).click();
  await expect(closed(page)).toBeAttached();
  expect(await calls(page)).toContainEqual({ do: 'diagnose', profile: 'project1' });
});

test('arrows choose, keys copy and diagnose', async ({ page }) => {
  await show(page);
  await page.keyboard.press('ArrowDown');
  await expect(at(page)).toHaveAttribute('data-row', 'prod-admin');
  await expect(page.getByRole('combobox')).toHaveAttribute('aria-activedescendant', 'option-1');
  await page.keyboard.press('ArrowUp');
  await expect(at(page)).toHaveAttribute('data-row', 'staging');
  await page.keyboard.press('Control+c');
  await expect(page.getByRole('status')).toContainText('Copied');
  await expect(closed(page)).toBeAttached();
  expect(await calls(page)).toEqual([
    { do: 'copy', profile: 'staging', what: 'export' },
    'closeSwitcher',
  ]);
});

test('the keys themselves are copied in the form of the own shell', async ({ page }) => {
  await show(page);
  await page.keyboard.type('billing');
  await page.keyboard.press('Control+Shift+c');
  await expect(page.getByRole('status')).toContainText('Credentials for zsh');
  await expect(closed(page)).toBeAttached();
  expect(await calls(page)).toContainEqual({ do: 'copy_keys', profile: 'billing', shell: 'zsh' });
});

test('Ctrl+D asks for a diagnosis of the one at hand', async ({ page }) => {
  await show(page);
  await page.keyboard.type('legacy');
  await page.keyboard.press('Control+d');
  await expect(closed(page)).toBeAttached();
  expect(await calls(page)).toContainEqual({ do: 'diagnose', profile: 'legacy' });
});

test('Escape closes, whatever was typed', async ({ page }) => {
  await show(page);
  await page.keyboard.type('zzz');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(closed(page)).toBeAttached();
});

test('a selected text is copied as such', async ({ page }) => {
  await show(page);
  await page.keyboard.type('project1');
  await page.getByRole('combobox').selectText();
  await page.keyboard.press('Control+c');
  expect(await calls(page)).toEqual([]);
});

test('five thousand profiles: a few lines in the document, the last is reached', async ({
  page,
}) => {
  await show(page, { profiles: '5000' });
  await expect(page.getByRole('status')).toContainText('5,000 profiles');
  expect(await options(page).count()).toBeLessThan(40);
  await page.keyboard.type('growth-dev-4976');
  await expect(options(page)).toHaveCount(1);
  await page.getByRole('combobox').fill('');
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('PageDown');
  await expect(at(page)).toBeInViewport();
  await expect(at(page)).toHaveAttribute('aria-posinset', '161');
});

for (const theme of ['light', 'dark']) {
  for (const lang of ['en', 'pt-BR']) {
    test(`looks: ${theme}, ${lang}`, async ({ page }) => {
      await show(page, { theme, lang, odd: '', profiles: '60' });
      await expect(at(page)).toHaveAttribute('aria-posinset', '1');
      await accessible(page);
      await page.screenshot({ path: `screenshots/switcher-${lang}-${theme}.png` });
    });
  }
}

for (const [width, height] of [
  [320, 240],
  [440, 360],
  [620, 440],
  [2560, 1440],
] as const) {
  test(`nothing overflows at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await show(page, { odd: '', lang: 'pt-BR', fail: '' });
    await page.keyboard.press('ArrowDown');
    const sizes = await page.evaluate(() => ({
      tall: document.documentElement.scrollHeight - window.innerHeight,
      wide: document.documentElement.scrollWidth - window.innerWidth,
      list: document.querySelector('[role="listbox"]')?.clientHeight ?? 0,
    }));
    expect(sizes.tall).toBe(0);
    expect(sizes.wide).toBe(0);
    expect(sizes.list).toBeGreaterThan(48);
    // The name is the last thing to be cut.
    const names = await page
      .locator('[role="option"] .name')
      .evaluateAll((all) =>
        all
          .filter((one) => (one.textContent ?? '').length < 12)
          .map((one) => one.scrollWidth - one.clientWidth),
      );
    expect(Math.max(...names)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `screenshots/switcher-${width}.png` });
  });
}

test('its key is chosen by pressing it, and says when another program has it', async ({ page }) => {
  await page.setViewportSize({ width: 1180, height: 760 });
  await open(page);
  await page.keyboard.press('Control+5');
  const key = page.getByRole('button', { name: /^Shortcut for “Find a profile”/ });
  await key.click();
  await expect(key).toContainText('Press the keys');
  await page.keyboard.press('Escape');
  await expect(key).toContainText('Not set');
  await key.click();
  // A letter alone would be taken from every other program; a view's own keys mean nothing here.
  await page.keyboard.press('s');
  expect(await calls(page)).toEqual([]);
  await page.keyboard.press('Control+Alt+t');
  await expect(page.getByRole('alert')).toContainText('Another program uses Ctrl+Alt+T');
  await accessible(page);
  await key.click();
  await page.keyboard.press('Control+1');
  await expect(key).toContainText('Ctrl+1');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: /^Reset Shortcut for/ }).click();
  await expect(key).toContainText('Not set');
  await expect(key).toBeFocused();
});
