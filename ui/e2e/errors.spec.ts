// Errors with their buttons: the file at the line, the lines around it, what fixes it, AWS's own words on request.

import { accessible, calls, expect, open, row, test } from './page';

test('a place opens in the editor, from details and from a sentence', async ({ page }) => {
  await open(page, { state: 'broken' });
  await page.getByRole('button', { name: '~/.aws/config:7' }).first().click();
  expect((await calls(page)).at(-1)).toEqual({ openPlace: { file: '~/.aws/config', line: 7 } });
  await open(page);
  await row(page, 'project1').click();
  const from = page.getByRole('rowheader').getByRole('button', { name: 'config:14' });
  await expect(from).toHaveAttribute('title', 'Open ~/.aws/config:14 in your editor');
  await from.focus();
  await page.keyboard.press('Enter');
  expect((await calls(page)).at(-1)).toEqual({ openPlace: { file: '~/.aws/config', line: 14 } });
});

test('an editor that does not come says why, and what to do', async ({ page }) => {
  await open(page, { state: 'broken', fail: '' });
  await page.getByRole('button', { name: 'Open the file' }).first().click();
  const toast = page.getByRole('alert').filter({ hasText: '~/.aws/config cannot be opened' });
  await expect(toast).toContainText('Open it in another program.');
  await expect(toast.getByText('os error 2')).toBeHidden();
  await toast.getByText('Details').click();
  await expect(toast.getByText('os error 2')).toBeVisible();
  await accessible(page);
});

for (const lang of ['en', 'pt-BR']) {
  for (const theme of ['light', 'dark']) {
    test(`a broken file is said once, with its lines and its fix (${lang}, ${theme})`, async ({
      page,
    }) => {
      await open(page, { state: 'broken', lang, theme });
      const lines = page.getByRole('region', { name: /config:7/ });
      await expect(lines.getByText('[profile project1')).toBeVisible();
      await accessible(page);
      await page.screenshot({ path: `screenshots/broken-${lang}-${theme}.png` });
      await page.getByRole('button', { name: lang === 'en' ? 'Fix…' : 'Corrigir…' }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText('[profile project1]');
      await accessible(page);
      await dialog.getByRole('button', { name: lang === 'en' ? 'Fix' : 'Corrigir' }).click();
      await expect(dialog).toBeHidden();
    });
  }
}

test("AWS's own words stand under Details", async ({ page }) => {
  await open(page, { fail: '' });
  await row(page, 'project1').click();
  await row(page, 'project1').locator('.do button').click();
  const pane = page.getByRole('region', { name: /Details of/ });
  await expect(pane.getByText('AWS cannot be reached.')).toBeVisible();
  await expect(pane.getByText('timed out')).toBeHidden();
  await pane.getByText('Details', { exact: true }).click();
  await expect(pane.getByText(/amazonaws\.com: timed out/)).toBeVisible();
  await accessible(page);
});

test('a value that will not do is said in few words, beside its field', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+5');
  const field = page.getByRole('textbox', { name: 'Proxy', exact: true });
  await field.fill('foo bar');
  await field.press('Enter');
  const said = page.getByRole('alert').filter({ hasText: 'Must be' });
  await expect(said).toHaveText('Must be an address such as http://proxy.example:3128.');
});

test('the editor is chosen and tried', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+5');
  const field = page.getByRole('textbox', { name: 'Editor' });
  await field.fill('code -g {file}:{line}');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Try the editor' }).click();
  expect((await calls(page)).slice(-2)).toEqual([
    { key: 'editor', value: 'code -g {file}:{line}' },
    'tryEditor',
  ]);
});
