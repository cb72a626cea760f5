// The profiles view: every flow against invented files.

import { accessible, calls, expect, open, type Options, type Page, row, test } from './page';

async function profiles(page: Page, options: Options = {}): Promise<void> {
  await open(page, options);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'Profiles', level: 1 })).toBeVisible();
  await row(page, 'project1').waitFor();
}

function field(page: Page, name: string) {
  return page.locator('.editor').getByLabel(name, { exact: true });
}

function writeButton(page: Page) {
  return page.getByRole('button', { name: /^Save/ });
}

/** What the page asked Rust for last, of those that begin with a word. */
async function lastEdit(page: Page): Promise<unknown> {
  const edits = (await calls(page)).flatMap((call) =>
    typeof call === 'object' && call !== null && 'plan' in call ? [call.plan] : [],
  );
  return edits.at(-1);
}

test('an edit is checked while typing, shown, and written', async ({ page }) => {
  await profiles(page);
  await row(page, 'project1').click();
  await field(page, 'Duration').fill('50000');
  // Nobody is corrected while they type for the first time.
  await expect(page.getByText('duration_seconds = 50000')).toBeVisible();
  await expect(page.getByText(/From 900 seconds/)).toHaveCount(0);
  await field(page, 'Duration').blur();
  await expect(page.getByText(/From 900 seconds/)).toBeVisible();
  await expect(field(page, 'Duration')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Duration')).toHaveAccessibleDescription(/43200/);
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
  await expect(secret).toHaveAttribute('placeholder', /^\*{16}EKEY/);
  await field(page, 'Region').fill('sa-east-1');
  await expect(page.getByText('region = sa-east-1')).toBeVisible();
  expect(JSON.stringify(await lastEdit(page))).not.toContain('secret');
});

test('other settings are seen, added, taken out and kept after all', async ({ page }) => {
  await profiles(page);
  await row(page, 'billing').click();
  const external = field(page, 'external_id');
  await expect(external).toHaveValue('billing-2026');
  await page.getByRole('button', { name: 'Remove external_id' }).click();
  await expect(page.getByText('removed when you save')).toBeVisible();
  await expect(page.getByText('external_id = billing-2026')).toBeVisible();
  await page.getByRole('button', { name: 'Keep external_id' }).click();
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
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await page.getByRole('button', { name: 'Undo last change…' }).click();
  await expect(dialog).toContainText('Undo the last change?');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'user1')).toHaveCount(1);
});

test('what another program changed since is shown, and nothing overwritten', async ({ page }) => {
  await profiles(page);
  await row(page, 'billing').click();
  await page.getByRole('button', { name: 'Remove external_id' }).click();
  await writeButton(page).click();
  await expect(page.getByText('Saved to ~/.aws/config')).toBeVisible();
  await page.evaluate(() =>
    window.sandglassFake?.world.files?.change((texts) => texts.config.push('# theirs')),
  );
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
  const theirs = () =>
    page.evaluate(() =>
      window.sandglassFake?.world.files?.change((texts) => {
        texts.config = texts.config.map((line, at) => (at === 13 ? 'region = sa-east-1' : line));
      }),
    );
  await theirs();
  await expect(page.getByText('Another program changed the AWS files')).toBeVisible();
  // What was typed stands on top of their text.
  await expect(field(page, 'Region')).toHaveValue('sa-east-1');
  await expect(field(page, 'Duration')).toHaveValue('3600');
  await expect(page.getByRole('region', { name: '~/.aws/config' })).toContainText('sa-east-1');
  await accessible(page);
  await page.screenshot({ path: 'screenshots/profiles-changed.png' });
  await page.getByRole('button', { name: 'Keep my edit' }).click();
  await expect(page.getByText('Another program changed')).toHaveCount(0);
  await page.evaluate(() =>
    window.sandglassFake?.world.files?.change((texts) => texts.config.push('# more')),
  );
  await page.getByRole('button', { name: 'Use theirs' }).click();
  await expect(field(page, 'Duration')).toHaveValue('');
});

test('a profile that goes under its edit leaves the edit', async ({ page }) => {
  await profiles(page);
  await row(page, 'ci-reader').click();
  await field(page, 'Command').fill('/bin/true');
  await expect(page.getByText('credential_process = /bin/true')).toBeVisible();
  await page.evaluate(() =>
    window.sandglassFake?.world.files?.change((texts) => {
      texts.config = texts.config.filter((line) => !/ci-reader|credential_process/.test(line));
    }),
  );
  await expect(page.getByText(/ci-reader.* was removed from the files/)).toBeVisible();
  await expect(field(page, 'Command')).toHaveValue('/bin/true');
  await accessible(page);
  await page.getByRole('button', { name: 'Discard' }).first().click();
  await expect(row(page, 'ci-reader')).toHaveCount(0);
});

test('temporary keys are made to renew themselves, tried with a code first', async ({ page }) => {
  await profiles(page, { mfa: '' });
  await row(page, 'staging').click();
  await expect(page.getByText('Renew automatically')).toBeVisible();
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
  await page.getByRole('button', { name: 'Renew automatically…' }).click();
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

test('strange names are only names', async ({ page }) => {
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
  await page.keyboard.type('team-4321');
  await expect(page.locator('[role=row]')).toHaveCount(1);
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

test('a conversion is calm, says fields as they are labelled, and its form does not jump', async ({
  page,
}) => {
  await profiles(page);
  await row(page, 'staging').click();
  await page.getByRole('button', { name: 'Keep temporary keys' }).click();
  await page.getByRole('button', { name: 'Renew automatically…' }).click();
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
  await page.evaluate(() => {
    if (window.sandglassFake) window.sandglassFake.world.clipboard = 'keys';
    window.dispatchEvent(new Event('focus'));
  });
  await expect(dialog).toContainText('Recognized');
});

test('a notification that keys have ended leads to the paste for their profile', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(() => {
    window.sandglassFake?.world.send({ is: 'pasteKeys', profile: 'staging' });
  });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/New keys for .*staging/);
  await expect(dialog).toContainText('Recognized');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved to ~/.aws/credentials')).toBeVisible();
  await expect(row(page, 'staging')).toHaveAttribute('aria-selected', 'true');
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
  await page.getByRole('button', { name: 'Redo…' }).click();
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
    await expect(page.getByRole('button', { name: 'Redo…' })).toBeVisible();
  }
});
