// Keyboard shortcuts that work everywhere, and browser shortcuts that must not.

import { SHORTCUTS } from '../src/model/keyboard';
import { accessible, calls, expect, open, row, test } from './page';

for (const lang of ['en', 'pt-BR']) {
  for (const theme of ['light', 'dark']) {
    test(`"?" shows every shortcut, in ${lang}, ${theme}`, async ({ page }) => {
      await open(page, { lang, theme });
      await row(page, 'staging').focus();
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      const shown = await dialog.locator('kbd').count();
      expect(shown).toBeGreaterThanOrEqual(SHORTCUTS.flatMap(({ keys }) => keys).length);
      await expect(dialog).not.toContainText('window-');
      await accessible(page);
      await page.screenshot({ path: `screenshots/shortcuts-${lang}-${theme}.png` });
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(row(page, 'staging')).toBeFocused();
    });
  }
}

test('the list of shortcuts opens with F1 from a field, and from the preferences', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('closing, quitting and zooming go by keyboard, over a question too', async ({ page }) => {
  await open(page);
  const keys = ['Control+w', 'Control+=', 'Control+Shift++', 'Control+-', 'Control+0'];
  for (const pressed of keys) await page.keyboard.press(pressed);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+q');
  expect(await calls(page)).toEqual([
    'closeWindow',
    { zoom: 'in' },
    { zoom: 'in' },
    { zoom: 'out' },
    { zoom: 'reset' },
    { do: 'quit' },
  ]);
});

test('no key loads the page anew', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    document.body.dataset['still'] = '';
  });
  // One that renews without a question.
  await row(page, 'project1').focus();
  const keys = ['F5', 'Control+F5', 'Shift+F5', 'Control+Shift+r', 'Control+r'];
  for (const pressed of keys) await page.keyboard.press(pressed);
  await page.keyboard.press('?');
  for (const pressed of keys) await page.keyboard.press(pressed);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.locator('body[data-still]')).toHaveCount(1);
});

test("the browser's own menu is there for text alone", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    window.addEventListener('contextmenu', (event) => {
      document.body.dataset['menu'] = String(!event.defaultPrevented);
      // Nothing closes a menu of the browser in a test.
      event.preventDefault();
    });
  });
  const menu = () => page.locator('body').getAttribute('data-menu');
  for (const place of ['h1', 'header .item', '.heading', 'main']) {
    await page.locator(place).first().click({ button: 'right' });
    expect([place, await menu()]).toEqual([place, 'false']);
  }
  await page.getByRole('searchbox').click({ button: 'right' });
  expect(await menu()).toBe('true');
  // Text that may be copied is chosen whole where nothing of it is.
  await row(page, 'project1').click();
  const title = page.getByRole('heading', { name: 'project1' });
  await title.click({ button: 'right' });
  expect(await menu()).toBe('true');
  expect(await page.evaluate(() => document.getSelection()?.toString())).toContain('project1');
});

test('Ctrl and the wheel zoom, and the sidebar leads to the shortcuts', async ({ page }) => {
  await open(page);
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 300);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.mouse.wheel(0, 120);
  await page.keyboard.up('Control');
  await expect.poll(() => calls(page)).toEqual([{ zoom: 'in' }, { zoom: 'out' }]);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
