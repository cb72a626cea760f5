// The first start: how do you sign in?

import { accessible, expect, open, type Page, row, test } from './page';

function field(page: Page, name: string) {
  return page.locator('.editor').getByLabel(name, { exact: true });
}

async function start(page: Page, lang = 'en', theme = 'light'): Promise<void> {
  await open(page, { state: 'first-run', lang, theme });
}

for (const [lang, theme] of [
  ['en', 'light'],
  ['pt-BR', 'dark'],
] as const) {
  test(`every way to sign in is a card: ${lang}, ${theme}`, async ({ page }) => {
    await start(page, lang, theme);
    await expect(page.locator('.ways button')).toHaveCount(5);
    await accessible(page);
    await page.screenshot({ path: `screenshots/first-run-${lang}.png` });
  });
}

test('each leads into its form by keyboard, which is calm', async ({ page }) => {
  for (const [name, first] of [
    ['IAM Identity Center (SSO)', 'SSO session'],
    ['Access keys', 'Access key ID'],
    ['A role through another profile', 'Role ARN'],
  ] as const) {
    await start(page);
    const card = page
      .locator('.ways')
      .getByRole('button', { name: new RegExp(`^${name.replace(/[()]/g, '.')}`) });
    await card.focus();
    await page.keyboard.press('Enter');
    await expect(field(page, 'Name')).toBeFocused();
    await expect(field(page, first)).toBeVisible();
    const editor = page.locator('.editor');
    await expect(editor.locator('.said .bad, [aria-invalid="true"], [role="alert"]')).toHaveCount(
      0,
    );
    await accessible(page);
    await page.screenshot({
      path: `screenshots/first-${first.toLowerCase().replaceAll(' ', '-')}.png`,
    });
  }
});

test("signing in is said honestly to be the AWS CLI's", async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: /IAM Identity Center/ }).click();
  await expect(page.getByText('aws configure sso', { exact: true })).toBeVisible();
  await field(page, 'SSO session').fill('corp');
  // The session is made with the profile.
  await expect(field(page, 'Start URL')).toBeVisible();
});

test('a role on an empty machine asks for the keys first, and goes on with them', async ({
  page,
}) => {
  await start(page);
  await page.getByRole('button', { name: /A role through another profile/ }).click();
  await field(page, 'Name').fill('audit');
  await field(page, 'Role ARN').fill('arn:aws:iam::123456789012:role/Audit');
  await page.getByRole('button', { name: 'Add the keys first' }).click();
  await expect(field(page, 'Name')).toBeFocused();
  await field(page, 'Name').fill('base');
  await field(page, 'Access key ID').fill('AKIAIOSFODNN7EXAMPLE');
  await field(page, 'Secret access key').fill('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY');
  await field(page, 'Region').fill('eu-west-1');
  await expect(page.getByText('[base]')).toBeVisible();
  await page.keyboard.press('Control+s');
  // The role that waited has its source, and the region of it.
  await expect(field(page, 'Role ARN')).toHaveValue('arn:aws:iam::123456789012:role/Audit');
  await expect(field(page, 'Source profile')).toHaveValue('base');
  await expect(field(page, 'Region')).toHaveValue('eu-west-1');
  await expect(page.getByText('[profile audit]')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(row(page, 'audit')).toHaveAttribute('aria-selected', 'true');
  await expect(row(page, 'base')).toBeVisible();
});

test('a paste is one click from the start', async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: /Paste keys/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Recognized');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'pasted')).toBeVisible();
});
