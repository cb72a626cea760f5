// Diagnosing why AWS refuses.

import type { Page } from '@playwright/test';

import {
  accessible,
  calls,
  change,
  clickOutside,
  expect,
  focusKept,
  open,
  type Options,
  row,
  test,
} from './page';

const CAUSE = 'The keys in the environment variables have expired';
const HEALTHY = 'Everything works';

async function openView(page: Page, options: Options = {}): Promise<void> {
  await open(page, options);
  await page.locator('nav').getByRole('button').nth(2).click();
  await expect(page.locator('[data-verdict]')).toBeVisible();
  await expect(page.getByText(/^16 (checks|verificações), /)).toBeVisible();
}

test('a profile is found among thousands, by keyboard', async ({ page }) => {
  await openView(page, { profiles: '5000' });
  const chooser = page.getByRole('combobox', { name: 'Profile to diagnose' });
  await chooser.click();
  expect(await page.getByRole('option').count()).toBeLessThan(60);
  await accessible(page);
  await page.keyboard.type('4711');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(chooser).toHaveValue(/4711$/);
  await expect(page.getByText(/^16 checks/)).toBeVisible();
  const asked = (await calls(page)).at(-1) as { diagnose: string };
  expect(asked.diagnose).toContain('4711');
  await chooser.fill('nobody has this name');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(chooser).toHaveValue(/4711$/);
  expect((await calls(page)).length).toBe(2);
});

test('the checks come one by one, and nothing jumps where motion is unwanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.locator('nav').getByRole('button').nth(2).click();
  await expect(page.getByText('Checking what a plain aws command uses here…')).toBeVisible();
  await expect(page.getByText(/^\d checks? so far…$/)).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await expect(page.getByRole('heading', { name: CAUSE })).toBeVisible();
  await expect(page.getByText(`Checked. ${CAUSE}`)).toBeAttached();
});

test('the cause is fixed after its diff was seen, and it is checked again', async ({ page }) => {
  await openView(page);
  const fix = page.getByRole('button', { name: 'Remove 4 lines from ~/.zshrc…' });
  await fix.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('AWS_SESSION_TOKEN=****');
  await page.screenshot({ path: 'screenshots/diagnose-fix.png' });
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(fix).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove 4 lines', exact: true }).click();
  await expect(page.getByRole('heading', { name: HEALTHY })).toBeFocused();
  await expect(page.getByText(`Fixed and checked again. ${HEALTHY}`)).toBeAttached();
  await expect(page.getByText(/^16 checks, /)).toBeVisible();
  await page.screenshot({ path: 'screenshots/diagnose-fixed.png' });
  await accessible(page);
  const plain = { diagnose: null, error: null };
  expect(await calls(page)).toEqual([plain, { applyFix: { diagnosis: 1, place: 0 } }, plain]);
});

test('what only a check found is fixed there, and the verdict stays', async ({ page }) => {
  await openView(page);
  await page.getByRole('combobox', { name: 'Profile to diagnose' }).click();
  await page.keyboard.type('data-lab');
  await page.keyboard.press('Enter');
  const clean = page.getByRole('button', { name: /^Delete ~\/\.aws\/cli\/cache\// });
  await expect(page.getByText('11 sessions, 3 expired')).toHaveCount(0);
  await clean.click();
  await expect(clean).toHaveCount(0);
  await expect(page.getByText('10 sessions, 2 expired')).toBeVisible();
  await expect(page.getByRole('heading', { name: CAUSE })).toBeVisible();
  await accessible(page);
});

test('a fix that fails says why and keeps the verdict', async ({ page }) => {
  await openView(page, { fail: '' });
  await page.getByRole('button', { name: /^Remove 4 lines/ }).click();
  await page.getByRole('button', { name: 'Remove 4 lines', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('~/.zshrc');
  await expect(page.getByRole('heading', { name: CAUSE })).toBeVisible();
  await accessible(page);
});

test('the unset lines are copied for the shell in use and for others', async ({ page }) => {
  await openView(page);
  await page.getByRole('button', { name: 'Copy unset for zsh' }).click();
  await expect(page.getByText('Command copied.')).toBeVisible();
  await page.getByRole('button', { name: 'Other shells' }).click();
  await page.screenshot({ path: 'screenshots/diagnose-shells.png' });
  await accessible(page);
  await page.getByRole('menuitem', { name: /^PowerShell/ }).click();
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText('Report copied, without secrets.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy without account IDs' }).click();
  await expect(page.getByText('without secrets and account IDs')).toBeVisible();
  expect((await calls(page)).slice(1)).toEqual([
    { copyFix: { diagnosis: 1, place: 1 }, shell: 'zsh' },
    { copyFix: { diagnosis: 1, place: 1 }, shell: 'powershell' },
    { copyReport: { maskAccounts: false } },
    { copyReport: { maskAccounts: true } },
  ]);
});

test('an error is pasted, read, used and forgotten', async ({ page }) => {
  await openView(page);
  const button = page.getByRole('button', { name: 'Paste an error…' });
  await button.click();
  const text = page.getByRole('textbox');
  await expect(text).toBeFocused();
  await text.fill('something else entirely');
  await expect(page.getByText('The error was not recognized')).toBeVisible();
  await accessible(page);
  const error = 'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: …';
  await text.fill(error);
  await expect(page.getByText('Recognized: ExpiredToken from GetCallerIdentity')).toBeVisible();
  await page.screenshot({ path: 'screenshots/diagnose-paste.png' });
  await page.keyboard.press('Control+Enter');
  await expect(button).toBeFocused();
  await expect(page.getByText('A session that was used has expired.')).toBeVisible();
  await expect(page.getByText(/^16 checks, /)).toBeVisible();
  await page.screenshot({ path: 'screenshots/diagnose-pasted.png' });
  await accessible(page);
  expect((await calls(page)).at(-1)).toEqual({ diagnose: null, error });
  await page.getByRole('button', { name: 'Forget the error' }).click();
  await expect(page.getByText('A session that was used has expired.')).toHaveCount(0);
  await focusKept(page);
});

test('the evidence of a check is shown and hidden', async ({ page }) => {
  await openView(page);
  const check = page.getByRole('listitem').filter({ hasText: 'Environment variables' });
  const variable = check.getByText('AWS_CA_BUNDLE');
  await expect(variable).toHaveCount(0);
  await page.getByRole('button', { name: 'Show evidence: Environment variables' }).click();
  await expect(variable.first()).toBeVisible();
  // What the verdict shows is there alone.
  await expect(page.getByRole('button', { name: '~/.zshrc:40' })).toHaveCount(1);
  await expect(check.getByRole('button', { name: '~/.zshrc:40' })).toHaveCount(0);
  await page.screenshot({ path: 'screenshots/diagnose-evidence.png' });
  await accessible(page);
  await page.getByRole('button', { name: 'Hide evidence: Environment variables' }).click();
  await expect(variable).toHaveCount(0);
});

for (const [kind, title] of [
  ['healthy', HEALTHY],
  ['cannot-tell', 'No cause was found'],
] as const) {
  test(`a verdict that names no cause: ${kind}`, async ({ page }) => {
    await openView(page, { diagnosis: kind });
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.screenshot({ path: `screenshots/diagnose-${kind}.png` });
    await accessible(page);
  });
}

test('the tray and a broken session lead here', async ({ page }) => {
  await open(page);
  await clickOutside(page, { do: 'diagnose', profile: 'prod-admin' });
  await expect(page.getByRole('combobox')).toHaveValue('prod-admin');
  await expect(page.getByRole('heading', { name: CAUSE })).toBeVisible();
  await page.keyboard.press('Control+1');
  await change(page, 'config', (text) =>
    text.replace(/(\[profile billing\][^[]*source_profile = )user1/, '$1nobody'),
  );
  await row(page, 'billing')
    .getByRole('button', { name: /^Diagnose/ })
    .click();
  await expect(page.getByRole('combobox')).toHaveValue('billing');
  await expect(page.getByText(/^16 checks/)).toBeVisible();
  await focusKept(page);
});

for (const width of [1180, 640, 295]) {
  test(`names of every kind are text and break nothing at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: width === 295 ? 190 : 760 });
    await openView(page, { odd: '', diagnosis: 'odd' });
    await expect(page.locator('.diagnose bdi b, .diagnose img')).toHaveCount(0);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('[data-scroller]')].some(
        (one) => one.scrollWidth > one.clientWidth,
      ),
    );
    expect(wide).toBe(false);
    await page.screenshot({ path: `screenshots/diagnose-odd-${width}.png` });
    await page.getByRole('button', { name: 'Paste an error…' }).click();
    await page.screenshot({ path: `screenshots/diagnose-paste-${width}.png` });
    await accessible(page);
  });
}

test('a report from before the files changed says so, and is made again on coming back', async ({
  page,
}) => {
  await openView(page);
  const diagnoses = async () =>
    (await calls(page)).filter((call) => typeof call === 'object' && call && 'diagnose' in call);
  const before = (await diagnoses()).length;
  const go = (place: number) => page.locator('nav').getByRole('button').nth(place).click();
  const changed = () => change(page, 'config', (text) => `${text}\n# theirs\n`);
  // Nothing changed: AWS is not asked anew.
  await go(0);
  await go(2);
  await expect(page.getByRole('heading', { name: CAUSE })).toBeVisible();
  expect((await diagnoses()).length).toBe(before);
  await changed();
  const old = page.getByText(/^Checked at .*Your files have changed since\.$/);
  await expect(old).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove 4 lines from ~/.zshrc…' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await accessible(page);
  await page.screenshot({ path: 'screenshots/diagnose-outdated.png' });
  await old.locator('..').locator('..').getByRole('button', { name: 'Check again' }).click();
  await expect(old).toBeHidden();
  expect((await diagnoses()).length).toBe(before + 1);
  // While it runs, coming back asks for no other.
  await expect(page.getByText(/^16 checks, /)).toBeVisible();
  await go(0);
  await changed();
  await go(2);
  await expect(page.getByText(/^16 checks, /)).toBeVisible();
  await expect(old).toBeHidden();
  expect((await diagnoses()).length).toBe(before + 2);
});

test('an error of something else is not explained, but asked about', async ({ page }) => {
  await openView(page);
  await page.getByRole('button', { name: 'Paste an error…' }).click();
  const error =
    'An error occurred (UnrecognizedClientException) when calling the ListTables operation';
  await page.getByRole('dialog').getByRole('textbox').fill(error);
  await page.getByRole('button', { name: 'Check with this error' }).click();
  const asked = page.getByText(/came from something else/);
  await expect(asked).toBeVisible();
  await accessible(page);
  await page.screenshot({ path: 'screenshots/diagnose-elsewhere.png' });
  await expect(page.getByText('Matches your error')).toHaveCount(0);
  // Another profile may have printed it.
  await page.getByRole('combobox', { name: 'Profile to diagnose' }).last().click();
  await page.getByRole('option').nth(1).click();
  const last = (await calls(page)).at(-1) as { diagnose: string | null; error: string };
  expect(last.error).toBe(error);
  expect(last.diagnose).not.toBeNull();
});

test('a text longer than its field is typed over as any other', async ({ page }) => {
  await openView(page);
  const box = page.getByRole('combobox');
  await box.click();
  await page.keyboard.press('End');
  const { length } = await box.inputValue();
  for (let typed = 0; typed < length; typed += 1) await page.keyboard.press('Backspace');
  await expect(box).toHaveValue('');
  await page.keyboard.type('billing');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('billing');
});
