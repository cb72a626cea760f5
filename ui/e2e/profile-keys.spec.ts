// Pasting new keys, and converting pasted keys so that they renew themselves.

import { accessible, change, clickOutside, expect, open, row, test } from './page';
import { field, profiles, writeButton } from './profiles';

test('temporary keys are made to renew themselves, tried with a code first', async ({ page }) => {
  await profiles(page, { mfa: '' });
  await row(page, 'staging').click();
  await expect(page.getByText(/^Turn .*staging.* into a role profile$/)).toBeVisible();
  await expect(writeButton(page)).toHaveText('Save 2 files');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByLabel('MFA code').fill('123456');
  await accessible(page);
  await page.getByLabel('MFA code').press('Enter');
  await expect(page.getByText(/can assume this role\. Nothing was saved\./)).toBeVisible();
  await writeButton(page).click();
  await expect(row(page, 'staging')).toContainText('Role · user1');
});

test('AWS may refuse the try, and the keys may stay', async ({ page }) => {
  await profiles(page, { fail: '' });
  await row(page, 'staging').click();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText(/refuses the role/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep temporary keys' }).click();
  await expect(field(page, 'Session token')).toBeVisible();
  await expect(row(page, 'staging')).not.toContainText('not saved yet');
  await page.getByRole('button', { name: 'Turn into a role profile…' }).click();
  await expect(field(page, 'Role ARN')).toHaveValue(/role\/Deploy/);
});

test('what is on the clipboard is shown as what it becomes', async ({ page }) => {
  await profiles(page);
  await row(page, 'staging').click();
  await page.getByRole('button', { name: 'Paste new keys…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Recognized: export lines');
  await expect(dialog).toContainText('****************EDX'.slice(-3));
  expect(await page.content()).not.toContain('NEWxUtn');
  await accessible(page);
  await page.screenshot({ path: 'screenshots/profiles-paste.png' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved to ~/.aws/credentials')).toBeVisible();
  await page.getByRole('button', { name: 'New profile' }).click();
  await page.getByRole('menuitem', { name: 'Paste…' }).click();
  await dialog.getByLabel('Name').fill('');
  await expect(dialog.getByLabel('Name')).toHaveAttribute('aria-invalid', 'false');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('it is empty');
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await dialog.getByLabel('Name').fill('fresh');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'fresh')).toHaveAttribute('aria-selected', 'true');
});

test('a paste that is none is refused whole', async ({ page }) => {
  await profiles(page, { fail: '' });
  await page.getByRole('button', { name: 'New profile' }).click();
  await page.getByRole('menuitem', { name: 'Paste…' }).click();
  const dialog = page.getByRole('dialog');
  // It opens calm: nothing is wrong with a clipboard that nobody asked for.
  await expect(dialog).toContainText('Copy keys, then come back');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await accessible(page);
  await dialog.getByRole('button', { name: 'Read the clipboard' }).click();
  await expect(dialog).toContainText('more than one session');
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await accessible(page);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'New profile' })).toBeFocused();
});

test('a conversion is calm, says fields as they are labelled, and its form does not jump', async ({
  page,
}) => {
  await profiles(page);
  await row(page, 'staging').click();
  await page.getByRole('button', { name: 'Keep temporary keys' }).click();
  await page.getByRole('button', { name: 'Turn into a role profile…' }).click();
  const editor = page.locator('.editor');
  await field(page, 'Role ARN').fill('');
  await expect(page.getByText('No changes yet').first()).toBeVisible();
  await expect(editor.locator('.bad, .warn')).toHaveCount(0);
  const place = async () => (await page.getByRole('button', { name: 'Try it' }).boundingBox())?.y;
  const before = await place();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('Role ARN is missing')).toBeVisible();
  await expect(field(page, 'Role ARN')).toBeFocused();
  expect(await place()).toBe(before);
  await accessible(page);
  await page.screenshot({ path: 'screenshots/profiles-convert.png' });
  await page.keyboard.insertText('arn:aws:iam::345678901234:role/Deploy');
  await expect(editor.locator('.said .bad')).toHaveCount(0);
  expect(await place()).toBe(before);
});

test('what AWS refused to the try is a warning at saving', async ({ page }) => {
  await profiles(page, { fail: '' });
  await row(page, 'staging').click();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('AWS refused this role just now.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save anyway' })).toBeVisible();
  await field(page, 'Role ARN').fill('arn:aws:iam::345678901234:role/Other');
  await expect(page.getByRole('button', { name: 'Save anyway' })).toHaveCount(0);
});

test('Ctrl+V where no text is typed is a paste', async ({ page }) => {
  await profiles(page);
  await row(page, 'project1').press('Control+v');
  await expect(page.getByRole('dialog')).toContainText('Recognized');
  await page.keyboard.press('Escape');
  await field(page, 'Region').press('Control+v');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the clipboard is read when the window gets the focus again', async ({ page }) => {
  await profiles(page, { clipboard: 'empty' });
  await page.getByRole('button', { name: 'New profile' }).click();
  await page.getByRole('menuitem', { name: 'Paste…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Copy keys, then come back');
  await change(
    page,
    'clipboard',
    () => 'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7PASTEDX\nexport AWS_SECRET_ACCESS_KEY=NEWx\n',
  );
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(dialog).toContainText('Recognized');
});

test('a notification that keys have ended leads to the paste for their profile', async ({
  page,
}) => {
  await open(page);
  await clickOutside(page, { do: 'paste_keys', profile: 'staging' });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/New keys for .*staging/);
  await expect(dialog).toContainText('Recognized');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved to ~/.aws/credentials')).toBeVisible();
  await expect(row(page, 'staging')).toHaveAttribute('aria-selected', 'true');
});

test('where keys were pasted, new ones are pasted from the row and from its details', async ({
  page,
}) => {
  await open(page);
  const dialog = page.getByRole('dialog');
  await row(page, 'staging')
    .getByRole('button', { name: /Paste new keys into .staging/ })
    .click();
  await expect(dialog).toContainText(/New keys for .staging/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Control+1');
  await row(page, 'staging').click();
  await page
    .getByRole('region', { name: /Details of .staging/ })
    .getByRole('button', { name: 'Paste new keys…' })
    .click();
  await expect(dialog).toContainText(/New keys for .staging/);
});
