// The Profiles view against invented files: its list, its form, and what it writes.

import { accessible, calls, change, expect, open, row, test } from './page';
import { field, lastEdit, profiles, writeButton } from './profiles';

test('an edit is checked while typing, shown, and written', async ({ page }) => {
  await profiles(page);
  await row(page, 'project1').click();
  await field(page, 'Duration').fill('50000');
  // Nobody is corrected while they type for the first time.
  await expect(page.getByText('duration_seconds = 50000')).toBeVisible();
  await expect(page.getByText(/Use 900 \(15 min\)/)).toHaveCount(0);
  await field(page, 'Duration').blur();
  await expect(page.getByText(/Use 900 \(15 min\)/)).toBeVisible();
  await expect(field(page, 'Duration')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Duration')).toHaveAccessibleDescription(/43,200/);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Fix “Duration” first')).toBeVisible();
  await expect(field(page, 'Duration')).toBeFocused();
  expect(await calls(page)).not.toContain('writePlan');
  await accessible(page);
  await field(page, 'Duration').fill('3600');
  await field(page, 'Region').fill('frank');
  await page.getByRole('option', { name: /eu-central-1/ }).click();
  await expect(field(page, 'Region')).toHaveValue('eu-central-1');
  const diff = page.getByRole('region', { name: '~/.aws/config' });
  await expect(diff).toContainText('region = eu-central-1');
  await expect(diff).toContainText('duration_seconds = 3600');
  await expect(page.getByText('All other lines stay as they are')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved to ~/.aws/config')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'project1' })).toBeFocused();
  await expect(field(page, 'Region')).toHaveValue('eu-central-1');
  await expect(page.getByText('No changes yet').first()).toBeVisible();
  expect(await calls(page)).toContain('writePlan');
});

test('a draft is kept while other profiles and views are shown', async ({ page }) => {
  await profiles(page);
  await row(page, 'billing').click();
  await field(page, 'MFA device').fill('arn:aws:iam::123456789012:mfa/ana');
  await row(page, 'user1').click();
  await expect(row(page, 'billing')).toContainText('not saved yet');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+2');
  await row(page, 'billing').click();
  await expect(field(page, 'MFA device')).toHaveValue('arn:aws:iam::123456789012:mfa/ana');
  await expect(page.getByText('mfa_serial = arn:aws:iam')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(field(page, 'MFA device')).toHaveValue('');
  await expect(row(page, 'billing')).not.toContainText('not saved yet');
});

test('all by keyboard: search, choose, change, write, back', async ({ page }) => {
  await profiles(page);
  await page.keyboard.press('/');
  await page.keyboard.type('project1');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'project1')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'project1' })).toBeFocused();
  await field(page, 'Source profile').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('def');
  await page.keyboard.press('Enter');
  await expect(page.getByText('source_profile = default')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved to ~/.aws/config')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(page, 'project1')).toBeFocused();
});

test('Escape closes the choices first, and only then leaves', async ({ page }) => {
  await profiles(page);
  await row(page, 'project1').click();
  await field(page, 'Region').click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(field(page, 'Region')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row(page, 'project1')).toBeFocused();
});

test('a rename takes its references along', async ({ page }) => {
  await profiles(page);
  await row(page, 'user1').click();
  await expect(page.getByText('Used by')).toBeVisible();
  await field(page, 'Name').fill('prod-admin');
  await field(page, 'Name').blur();
  await expect(page.getByText(/“prod-admin” already exists/)).toBeVisible();
  await field(page, 'Name').fill('ana');
  await expect(page.getByText('source_profile = ana').first()).toBeVisible();
  await expect(writeButton(page)).toHaveText('Save 2 files');
  await writeButton(page).click();
  await expect(row(page, 'ana')).toHaveAttribute('aria-selected', 'true');
  await expect(row(page, 'project1')).toContainText('ana');
});

test('a profile is made, of any kind', async ({ page }) => {
  await profiles(page);
  await page.getByRole('button', { name: 'New profile' }).click();
  await accessible(page);
  await page.getByRole('menuitem', { name: 'Role', exact: true }).click();
  await expect(field(page, 'Name')).toBeFocused();
  await writeButton(page).click();
  await expect(page.getByText('Name is missing')).toBeVisible();
  await expect(field(page, 'Name')).toBeFocused();
  await field(page, 'Name').fill('audit');
  await writeButton(page).click();
  await expect(page.getByText('Role ARN is missing')).toBeVisible();
  await expect(field(page, 'Role ARN')).toBeFocused();
  await field(page, 'Role ARN').fill('arn:aws:iam::123456789012:user/ana');
  await expect(page.getByText(/Must be the ARN of a role/)).toBeVisible();
  await field(page, 'Role ARN').fill('arn:aws:iam::123456789012:role/Audit');
  await field(page, 'Source profile').fill('user1');
  await expect(page.getByText('[profile audit]')).toBeVisible();
  await expect(writeButton(page)).toHaveAttribute('aria-disabled', 'false');
  await accessible(page);
  await writeButton(page).click();
  await expect(row(page, 'audit')).toHaveAttribute('aria-selected', 'true');
  expect(await lastEdit(page)).toEqual({
    do: 'create',
    section: { is: 'profile', name: 'audit' },
    kind: 'role',
    set: [
      { key: 'role_arn', value: 'arn:aws:iam::123456789012:role/Audit' },
      { key: 'source_profile', value: 'user1' },
      { key: 'region', value: 'eu-west-1' },
    ],
    file: null,
  });
  await page.getByRole('button', { name: 'New profile' }).click();
  await page.getByRole('menuitem', { name: 'SSO (IAM Identity Center)' }).click();
  await field(page, 'SSO session').fill('other');
  // A session that does not exist is made with the profile.
  await expect(field(page, 'Start URL')).toBeVisible();
  await page.getByLabel('Kind').selectOption('process');
  await expect(field(page, 'Command')).toBeVisible();
  await expect(field(page, 'SSO session')).toHaveCount(0);
});

test('a secret is never shown, and kept unless another is typed', async ({ page }) => {
  await profiles(page);
  await row(page, 'user1').click();
  const secret = field(page, 'Secret access key');
  await expect(secret).toHaveValue('');
  await expect(secret).toHaveAttribute('type', 'password');
  await expect(secret).toHaveAttribute('placeholder', /^\*{16},/);
  await field(page, 'Region').fill('sa-east-1');
  await expect(page.getByText('region = sa-east-1')).toBeVisible();
  expect(JSON.stringify(await lastEdit(page))).not.toContain('secret');
});

test('other settings are seen, added, taken out and kept after all', async ({ page }) => {
  await profiles(page);
  await change(page, 'config', (text) =>
    text.replace('external_id = billing-2026', 'retry_mode = standard'),
  );
  await row(page, 'billing').click();
  await expect(field(page, 'retry_mode')).toHaveValue('standard');
  await page.getByRole('button', { name: 'Remove retry_mode' }).click();
  await expect(page.getByText('removed when you save')).toBeVisible();
  await expect(page.getByText('retry_mode = standard')).toBeVisible();
  await page.getByRole('button', { name: 'Keep retry_mode' }).click();
  await expect(page.getByText('removed when you save')).toHaveCount(0);
  await page.getByRole('button', { name: 'Add a setting' }).click();
  await page.keyboard.type('output');
  await page.getByLabel('Value').fill('json');
  await accessible(page);
  await page.getByLabel('Value').press('Enter');
  await expect(page.getByText('output = json').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a setting' })).toBeFocused();
  await row(page, 'data-eng').click();
  await expect(page.getByText('addressing_style = path')).toBeVisible();
  await accessible(page);
});

test('strange names are only names', async ({ page }) => {
  // All of them at once: of a long list only what is seen is in the document.
  await page.setViewportSize({ width: 1180, height: 1600 });
  await profiles(page, { odd: '' });
  for (const name of ['<b>bold</b>', 'فريق-الإنتاج', '🦄 unicorn 🚀', 'x'.repeat(128)]) {
    await row(page, name).click();
    await expect(page.locator('.editor h2 bdi')).toHaveText(name);
  }
  await page.screenshot({ path: 'screenshots/profiles-odd.png' });
  await accessible(page);
});

test('of 5,000 profiles few are in the document, in the list and in the choices', async ({
  page,
}) => {
  await profiles(page, { profiles: '5000' });
  expect(await page.locator('[role=row]').count()).toBeLessThan(60);
  await page.keyboard.press('/');
  await page.keyboard.type('-4321');
  await expect(page.locator('[role=row]')).toHaveCount(1);
  await page.getByRole('searchbox').fill('project1');
  await expect(row(page, 'project1')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await field(page, 'Source profile').click();
  expect(await page.getByRole('option').count()).toBeLessThan(60);
  await page.keyboard.press('End');
  await accessible(page);
});

test('in a narrow window the list is a step of its own', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 760 });
  await profiles(page);
  await expect(page.locator('.editor')).toHaveCount(0);
  await row(page, 'project1').click();
  await expect(page.getByRole('heading', { name: 'project1' })).toBeFocused();
  await expect(row(page, 'project1')).toHaveCount(0);
  await page.screenshot({ path: 'screenshots/profiles-narrow.png' });
  await accessible(page);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(row(page, 'project1')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(row(page, 'project1')).toBeFocused();
});

test('a file that cannot be written says so; nothing else is blocked', async ({ page }) => {
  await profiles(page, { readonly: '' });
  await expect(page.getByText('~/.aws/credentials cannot be written')).toBeVisible();
  await row(page, 'project1').click();
  await expect(field(page, 'Role ARN')).toHaveValue(/Prod-Role/);
  await accessible(page);
});

test('a file that cannot be replaced is written in place after a question', async ({ page }) => {
  await profiles(page, { mount: '' });
  await row(page, 'project1').click();
  await field(page, 'Duration').fill('1800');
  await page.keyboard.press('Control+s');
  const question = page.getByRole('dialog', { name: 'Write in place?' });
  await expect(question).toContainText('it is a mount of its own');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('alert').first()).toContainText('can only be written in place');
  await expect(field(page, 'Duration')).toHaveValue('1800');
  await page.keyboard.press('Control+s');
  await question.getByRole('button', { name: 'Write in place' }).click();
  await expect(page.getByText('Saved to ~/.aws/config')).toBeVisible();
});

test('a row has a menu, by the right button, by keyboard and by its own button', async ({
  page,
}) => {
  await profiles(page);
  const menu = page.getByRole('menu');
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
  await row(page, 'billing').click({ button: 'right' });
  await expect(menu).toHaveAccessibleName(/Menu of .billing/);
  await expect(row(page, 'billing')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('menuitem')).toHaveText([
    'Edit',
    'Renew',
    'Duplicate',
    'Diagnose',
    'Delete…',
  ]);
  await accessible(page);
  await page.screenshot({ path: 'screenshots/profiles-menu.png' });
  await page.keyboard.press('Escape');
  await expect(row(page, 'billing')).toBeFocused();

  await page.keyboard.press('Shift+F10');
  await page.keyboard.type('dup');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Name')).toHaveValue('billing-copy');
  await expect(field(page, 'Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await row(page, 'billing-copy').click({ button: 'right' });
  await item('Discard').click();
  await expect(row(page, 'billing-copy')).toHaveCount(0);

  const dots = row(page, 'user1').getByRole('button', { name: /Menu of .user1/ });
  await row(page, 'user1').focus();
  await page.keyboard.press('Tab');
  await expect(dots).toBeFocused();
  await page.keyboard.press('Enter');
  await item('Delete…').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/Delete .user1/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await row(page, 'billing').click({ button: 'right' });
  await item('Edit').click();
  await expect(page.getByRole('heading', { name: 'billing' })).toBeFocused();
  await row(page, 'billing').click({ button: 'right' });
  await item('Renew').click();
  expect(await calls(page)).toContainEqual({ do: 'renew', profile: 'billing' });
  await row(page, 'billing').click({ button: 'right' });
  await item('Diagnose').click();
  await expect(page.getByRole('heading', { name: 'Diagnose', level: 1 })).toBeVisible();
});

test('the search of both views counts the same profiles', async ({ page }) => {
  await open(page);
  const search = page.getByRole('searchbox');
  const name = await search.getAttribute('aria-label');
  expect(name).toMatch(/^Search \d+ profiles$/);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'Profiles', level: 1 })).toBeVisible();
  await expect(search).toHaveAttribute('aria-label', name ?? '');
});
