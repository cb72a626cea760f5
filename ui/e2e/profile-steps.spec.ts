// Confirming, undoing and redoing changes, beside changes by other programs.

import { accessible, change, expect, focusKept, read, row, test } from './page';
import { field, profiles, writeButton } from './profiles';

test('a copy and a removal are asked about; the removal can be taken back', async ({ page }) => {
  await profiles(page);
  await row(page, 'user1').click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(field(page, 'Name')).toHaveValue('user1-copy');
  await expect(page.getByText('[user1-copy]')).toBeVisible();
  await writeButton(page).click();
  await expect(row(page, 'user1-copy')).toHaveAttribute('aria-selected', 'true');
  await row(page, 'user1').click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('will not work without it');
  await expect(dialog).toContainText('prod-admin');
  await expect(dialog).toContainText('[profile user1]');
  await accessible(page);
  await page.screenshot({ path: 'screenshots/profiles-delete.png' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'user1')).toHaveCount(0);
  await focusKept(page);
  await page.getByRole('button', { name: 'Undo last change…' }).click();
  await expect(dialog).toContainText('Undo the last change?');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'user1')).toHaveCount(1);
});

test('what another program changed since is shown, and nothing overwritten', async ({ page }) => {
  await profiles(page);
  await row(page, 'billing').click();
  await field(page, 'External ID').fill('');
  await writeButton(page).click();
  await expect(page.getByText('Saved to ~/.aws/config')).toBeVisible();
  await change(page, 'config', (text) => `${text}# theirs\n`);
  await page.getByRole('button', { name: 'Undo last change…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The file has changed since');
  await expect(dialog).toContainText('# theirs');
  await expect(dialog.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await accessible(page);
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('a change below an open edit offers both versions', async ({ page }) => {
  await profiles(page);
  await row(page, 'project1').click();
  await field(page, 'Duration').fill('3600');
  await expect(page.getByText('duration_seconds = 3600')).toBeVisible();
  await change(page, 'config', (text) =>
    text.replace(/(\[profile project1\][^[]*region = )eu-west-1/, '$1sa-east-1'),
  );
  await expect(page.getByText('Another program changed the AWS files')).toBeVisible();
  // What was typed stands on top of their text.
  await expect(field(page, 'Region')).toHaveValue('sa-east-1');
  await expect(field(page, 'Duration')).toHaveValue('3600');
  await expect(page.getByRole('region', { name: '~/.aws/config' })).toContainText('sa-east-1');
  await accessible(page);
  await page.screenshot({ path: 'screenshots/profiles-changed.png' });
  await page.getByRole('button', { name: 'Keep my edit' }).click();
  await expect(page.getByText('Another program changed')).toHaveCount(0);
  await change(page, 'config', (text) => `${text}# more\n`);
  await page.getByRole('button', { name: 'Use theirs' }).click();
  await expect(field(page, 'Duration')).toHaveValue('');
});

test('a profile that goes under its edit leaves the edit', async ({ page }) => {
  await profiles(page);
  await row(page, 'ci-reader').click();
  await field(page, 'Command').fill('/bin/true');
  await expect(page.getByText('credential_process = /bin/true')).toBeVisible();
  await change(page, 'config', (text) => text.replace(/\[profile ci-reader\]\n.*\n/, ''));
  await expect(page.getByText(/ci-reader.* was removed from the files/)).toBeVisible();
  await expect(field(page, 'Command')).toHaveValue('/bin/true');
  await accessible(page);
  await page.getByRole('button', { name: 'Discard' }).first().click();
  await expect(row(page, 'ci-reader')).toHaveCount(0);
});

test("after one's own Undo the editor follows, and Redo is called so", async ({ page }) => {
  await profiles(page);
  await row(page, 'user1').click();
  await field(page, 'Name').fill('longterm');
  await expect(page.getByText('source_profile = longterm').first()).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(row(page, 'longterm')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('user1 renamed to longterm')).toBeVisible();
  await page.getByRole('button', { name: 'Undo last change…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('user1 renamed to longterm');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'user1')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.editor h2')).toHaveText('user1');
  await expect(page.locator('.editor .banner')).toHaveCount(0);
  await accessible(page);
  await page.screenshot({ path: 'screenshots/profiles-redo.png' });
  await page.getByRole('button', { name: /^Redo “.*”…$/ }).click();
  await expect(dialog).toContainText('Redo this change?');
  await dialog.getByRole('button', { name: 'Redo' }).click();
  await expect(row(page, 'longterm')).toHaveAttribute('aria-selected', 'true');
});

test('what was saved is taken back from its message, by keyboard too', async ({ page }) => {
  await profiles(page);
  for (const by of ['click', 'key'] as const) {
    await row(page, 'project1').click();
    await field(page, 'Duration').fill('3600');
    await expect(page.getByText('duration_seconds = 3600')).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Saved to ~/.aws/config')).toBeVisible();
    await accessible(page);
    if (by === 'click') await page.getByRole('button', { name: 'Undo', exact: true }).click();
    else await page.keyboard.press('Control+z');
    await expect(field(page, 'Duration')).toHaveValue('');
    await expect(page.getByRole('button', { name: /^Redo “.*”…$/ })).toBeVisible();
  }
});

test('a Save that meets a change of the file writes where it comes to the same', async ({
  page,
}) => {
  await profiles(page);
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('[pasted]');
  await change(page, 'credentials', (text) => `# theirs\n${text}`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row(page, 'pasted')).toHaveAttribute('aria-selected', 'true');
  expect(await read(page, 'credentials')).toMatch(/^# theirs[^]*\[pasted\]/);
});

test('what was saved stays selected when the files are read again', async ({ page }) => {
  await profiles(page);
  await page.keyboard.press('Control+v');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'pasted')).toHaveAttribute('aria-selected', 'true');
  const theirs = '[theirs]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n';
  await change(page, 'credentials', (text) => text + theirs);
  await expect(row(page, 'theirs')).toBeVisible();
  await expect(row(page, 'pasted')).toHaveAttribute('aria-selected', 'true');
});

test('a Save that would be another change by now shows that first', async ({ page }) => {
  await profiles(page);
  await row(page, 'billing').click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('external_id = billing-2026');
  await change(page, 'config', (text) => text.replace('billing-2026', 'billing-2027'));
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByRole('alert')).toContainText('so nothing was saved');
  await expect(dialog).toContainText('external_id = billing-2027');
  await expect(row(page, 'billing')).toHaveCount(1);
  await accessible(page);
  await page.screenshot({ path: 'screenshots/profiles-differs.png' });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'billing')).toHaveCount(0);
});
