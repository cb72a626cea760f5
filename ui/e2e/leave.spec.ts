// Closing the window while a form holds unsaved edits.

import { accessible, calls, closeFrame, expect, open, type Page, row, test } from './page';

async function edited(page: Page): Promise<void> {
  await open(page);
  await page.keyboard.press('Control+2');
  await row(page, 'billing').click();
  await page
    .locator('.editor')
    .getByLabel('MFA device', { exact: true })
    .fill('arn:aws:iam::123456789012:mfa/ana');
  await expect(row(page, 'billing')).toContainText('not saved yet');
}

/** What Rust was answered; a plan of what was typed may come at any time between. */
async function answers(page: Page): Promise<unknown[]> {
  return (await calls(page)).flatMap((call) =>
    typeof call === 'object' && call !== null && 'answerLeave' in call ? [call.answerLeave] : [],
  );
}

test('what was typed is named, kept, and shown', async ({ page }) => {
  await edited(page);
  await page.keyboard.press('Control+1');
  await closeFrame(page);
  const dialog = page.getByRole('dialog', { name: 'Close without saving?' });
  await expect(dialog).toContainText('billing');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await accessible(page);
  await page.screenshot({ path: 'screenshots/leave.png' });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(row(page, 'billing')).toContainText('not saved yet');
  expect(await answers(page)).toEqual(['heard', 'keep']);
});

test('it is saved on request, and then nothing holds the window', async ({ page }) => {
  await edited(page);
  await page.keyboard.press('Control+1');
  await closeFrame(page);
  const dialog = page.getByRole('dialog', { name: 'Close without saving?' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await calls(page)).toContain('writePlan');
  // Rust heard that nothing is left to lose: it needs no other answer.
  expect(await answers(page)).toEqual(['heard']);
  await page.keyboard.press('Control+2');
  await expect(row(page, 'billing')).not.toContainText('not saved yet');
});

test('what cannot be saved says why', async ({ page }) => {
  await edited(page);
  await page.locator('.editor').getByLabel('Duration', { exact: true }).fill('50000');
  await page.keyboard.press('Control+1');
  await closeFrame(page);
  const dialog = page.getByRole('dialog', { name: 'Close without saving?' });
  await expect(dialog).toContainText(/billing.* cannot be saved: Fix “Duration” first/);
  const save = dialog.getByRole('button', { name: 'Save' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await accessible(page);
  await page.screenshot({ path: 'screenshots/leave-blocked.png' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('.editor').getByLabel('Duration', { exact: true })).toHaveValue(
    '50000',
  );
});

test('it is let go on request', async ({ page }) => {
  await edited(page);
  await closeFrame(page);
  await page.getByRole('button', { name: 'Discard changes' }).click();
  expect(await answers(page)).toEqual(['heard', 'discard']);
});
