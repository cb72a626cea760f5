// A form of Profiles: calm while it is filled in, exact about what is wrong.

import { accessible, expect, row, test } from './page';
import { field, profiles, writeButton } from './profiles';

test('what is wrong with a profile as it stands is said at its field', async ({ page }) => {
  await profiles(page);
  await row(page, 'legacy').click();
  await expect(field(page, 'Source profile')).toHaveAccessibleDescription(/There is no profile/);
  await expect(field(page, 'Source profile')).toHaveAttribute('aria-invalid', 'false');
});

for (const kind of [
  'Role',
  'SSO (IAM Identity Center)',
  'Access keys',
  'Web identity',
  'Process',
  'aws login',
  'Temporary keys',
  'SSO (legacy)',
  'SSO session',
]) {
  test(`a new form is calm until a field is left or saving is tried: ${kind}`, async ({ page }) => {
    await profiles(page);
    await page.getByRole('button', { name: 'New profile' }).click();
    await page.getByRole('menuitem', { name: kind, exact: true }).click();
    const editor = page.locator('.editor');
    const wrong = editor.locator('.said .bad, .said .warn, [aria-invalid="true"], [role="alert"]');
    await expect(writeButton(page)).toHaveAttribute('aria-disabled', 'false');
    await expect(wrong).toHaveCount(0);
    const name = field(page, 'Name');
    await name.pressSequentially('a[b');
    await expect(writeButton(page)).toHaveAttribute('aria-disabled', 'false');
    await expect(wrong).toHaveCount(0);
    await name.blur();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(editor.locator('.said .bad')).toHaveCount(1);
    await name.fill('ab');
    await expect(wrong).toHaveCount(0);
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/ is missing$/)).toBeVisible();
    await expect(editor.locator('input:focus')).toHaveAttribute('aria-invalid', 'true');
    await accessible(page);
  });
}

test('a role has the region of its source, until another is chosen', async ({ page }) => {
  await profiles(page);
  // Not the list of its choices, which bears its name, too.
  const region = page.locator('.editor').getByRole('combobox', { name: 'Region', exact: true });
  await page.getByRole('button', { name: 'New profile' }).click();
  await page.getByRole('menuitem', { name: 'Role', exact: true }).click();
  const source = page.getByRole('combobox', { name: 'Source profile' });
  await source.fill('use');
  await source.press('Tab');
  await expect(source).toHaveValue('user1');
  await expect(region).toHaveValue('eu-west-1');
  await region.fill('');
  await region.blur();
  await expect(page.getByText('AWS CLI v1 and Sandglass need a region')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: /Use eu-west-1 from/ }).click();
  await expect(region).toHaveValue('eu-west-1');
  await region.fill('sa-east-1');
  await source.fill('default');
  await expect(region).toHaveValue('sa-east-1');
  await row(page, 'staging').click();
  await expect(region).toHaveValue('eu-west-1');
  await expect(page.getByRole('region', { name: '~/.aws/config' })).toContainText(
    'region = eu-west-1',
  );
});

test('a field with choices takes the first that fits, and Escape takes the typing back', async ({
  page,
}) => {
  await profiles(page);
  await row(page, 'project1').click();
  const source = page.getByRole('combobox', { name: 'Source profile' });
  await source.fill('de');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await expect(source).toHaveAttribute('aria-activedescendant', /-0$/);
  await source.press('Enter');
  await expect(source).toHaveValue('default');
  await source.fill('nob');
  await source.press('Escape');
  await expect(source).toHaveValue('default');
  await expect(source).toBeFocused();
  await source.press('Escape');
  await expect(row(page, 'project1')).toBeFocused();
});
