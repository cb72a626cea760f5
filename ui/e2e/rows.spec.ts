// Rows: their star, their menu, selecting several, and their position.

import { accessible, calls, change, expect, open, type Page, row, test } from './page';

const star = (page: Page, profile: string) =>
  row(page, profile).getByRole('button', { name: new RegExp(`^(Watch|Acompanhar) .${profile}`) });

async function order(page: Page): Promise<(string | null)[]> {
  return page
    .locator('[data-row]')
    .evaluateAll((rows) =>
      rows
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((one) => one.getAttribute('data-row')),
    );
}

test('a star watches with one click, and by keyboard', async ({ page }) => {
  await open(page);
  await expect(star(page, 'sandbox')).toHaveAttribute('aria-pressed', 'false');
  await star(page, 'sandbox').click();
  await expect(star(page, 'sandbox')).toHaveAttribute('aria-pressed', 'true');
  await row(page, 'project1').focus();
  await page.keyboard.press('Tab');
  await expect(star(page, 'project1')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(star(page, 'project1')).toHaveAttribute('aria-pressed', 'false');
  expect(await calls(page)).toEqual([
    { key: 'watchedThese', profiles: ['sandbox'], value: true },
    { key: 'watchedThese', profiles: ['project1'], value: false },
  ]);
});

test('the menu opens with the right button and goes by keyboard', async ({ page }) => {
  await open(page);
  await row(page, 'project1').click({ button: 'right' });
  const menu = page.getByRole('menu');
  await expect(menu.first()).toHaveAccessibleName(/Menu of .project1/);
  await expect(row(page, 'project1')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('menuitem', { name: 'Renew', exact: true })).toBeFocused();
  await page.keyboard.press('c');
  await expect(page.getByRole('menuitem', { name: 'Copy' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(menu).toHaveCount(2);
  await expect(page.getByRole('menuitem', { name: 'Profile name' })).toBeFocused();
  await accessible(page);
  await page.screenshot({ path: 'screenshots/row-menu.png' });
  await page.keyboard.press('ArrowLeft');
  await expect(menu).toHaveCount(1);
  await expect(page.getByRole('menuitem', { name: 'Copy' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(row(page, 'project1')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.keyboard.type('stop');
  await page.keyboard.press('Enter');
  await expect(star(page, 'project1')).toHaveAttribute('aria-pressed', 'false');
  await row(page, 'project1').focus();
  await page.keyboard.press('ContextMenu');
  await expect(menu).toHaveCount(1);
  await page.mouse.click(5, 400);
  await expect(menu).toHaveCount(0);
});

test('the button of a row opens the same menu, and a submenu copies', async ({ page }) => {
  await open(page);
  const button = row(page, 'billing').getByRole('button', { name: /Menu of/ });
  await button.click();
  await page.getByRole('menuitem', { name: 'Copy' }).hover();
  await page.getByRole('menuitem', { name: /Profile name/ }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(await calls(page)).toEqual([{ do: 'copy', profile: 'billing', what: 'name' }]);
  await button.click();
  await button.click();
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('Ctrl+C on a row copies the line for a shell', async ({ page }) => {
  await open(page);
  await row(page, 'billing').focus();
  await page.keyboard.press('Control+c');
  expect(await calls(page)).toEqual([{ do: 'copy', profile: 'billing', what: 'export' }]);
});

for (const [lang, theme] of [
  ['en', 'light'],
  ['pt-BR', 'dark'],
] as const) {
  test(`several rows are chosen with Shift and Ctrl, in ${lang}, ${theme}`, async ({ page }) => {
    await open(page, { lang, theme });
    const names = await order(page);
    const [, second, third, fourth] = names;
    if (!second || !third || !fourth) throw new Error('too few rows');
    await row(page, second).locator('.name').click();
    await row(page, fourth)
      .locator('.name')
      .click({ modifiers: ['Shift'] });
    const chosen = page.locator('[data-row][aria-selected="true"]');
    await expect(chosen).toHaveCount(3);
    await row(page, third)
      .locator('.name')
      .click({ modifiers: ['Control'] });
    await expect(chosen).toHaveCount(2);
    const bar = page.getByRole('region', { name: /Selected profiles|Perfis selecionados/ });
    await expect(bar).toContainText(/2 sele/);
    await accessible(page);
    await page.screenshot({ path: `screenshots/rows-chosen-${lang}-${theme}.png` });
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await page.keyboard.press('Shift+ArrowUp');
    await expect(chosen).toHaveCount(2);
    await page.keyboard.press('Control+a');
    await expect(chosen).toHaveCount(names.length);
    await row(page, second).locator('.name').click();
    await expect(chosen).toHaveCount(1);
  });
}

test('what is done with several is one step', async ({ page }) => {
  await open(page);
  await row(page, 'data-lab').locator('.name').click();
  await row(page, 'sandbox')
    .locator('.name')
    .click({ modifiers: ['Control'] });
  await row(page, 'sandbox').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Watch 2' }).click();
  await expect(star(page, 'sandbox')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Stop watching' }).first().click();
  await expect(star(page, 'sandbox')).toHaveAttribute('aria-pressed', 'false');
  const profiles = ['data-lab', 'sandbox'];
  expect(await calls(page)).toEqual([
    { key: 'watchedThese', profiles, value: true },
    { key: 'watchedThese', profiles, value: false },
  ]);
});

test('two quick clicks never hit two profiles', async ({ page }) => {
  await open(page);
  const before = await order(page);
  const button = row(page, 'sandbox').getByRole('button', { name: /^Renew/ });
  await button.hover();
  const box = await button.boundingBox();
  if (!box) throw new Error('no button');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(x, y);
  // At once the row belongs elsewhere.
  await change(page, 'preferences', (text) =>
    text.replace('watched = [', 'watched = ["sandbox", '),
  );
  await expect(star(page, 'sandbox')).toHaveAttribute('aria-pressed', 'true');
  await expect(row(page, 'sandbox').getByText('1 h', { exact: true })).toBeVisible();
  expect(await order(page)).toEqual(before);
  await page.mouse.click(x, y);
  await page.mouse.dblclick(x, y);
  const renewed = (await calls(page)) as { profile: string }[];
  expect(new Set(renewed.map(({ profile }) => profile))).toEqual(new Set(['sandbox']));
  // The pointer leaves, and the row goes where it belongs.
  await page.mouse.move(5, 5);
  await expect.poll(() => order(page)).not.toEqual(before);
});

test('the name that was typed is found first, and Enter takes it', async ({ page }) => {
  await open(page);
  const role = 'role_arn = arn:aws:iam::555566667777:role/Developer\nsource_profile = user1\n';
  const more = ['payments-dev', 'dev-2', 'dev'].map((name) => `\n[profile ${name}]\n${role}`);
  await change(
    page,
    'config',
    (text) =>
      text.replace(/(\[profile billing\][^[]*source_profile = )user1/, '$1dev') + more.join(''),
  );
  await page.keyboard.press('/');
  await page.keyboard.type('dev');
  await expect
    .poll(() => order(page))
    .toEqual(['dev', 'dev-2', 'payments-dev', 'billing', 'sandbox']);
  await page.keyboard.press('Enter');
  await expect(row(page, 'dev')).toBeFocused();
});

test('order and selection are the same in every view', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^Sort by/ }).click();
  await page.getByRole('menuitemradio', { name: 'Account' }).click();
  await row(page, 'billing').locator('.name').click();
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('button', { name: 'Sort by: Account' })).toBeVisible();
  await expect(row(page, 'billing')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+2');
  await expect(row(page, 'billing')).toHaveAttribute('aria-selected', 'true');
  await row(page, 'project1').click();
  await page.keyboard.press('Control+1');
  await expect(row(page, 'project1')).toHaveAttribute('aria-selected', 'true');
  expect(await calls(page)).toContainEqual({ key: 'sort', value: 'account' });
});

test('a session leads to its profile, and the profile to its session', async ({ page }) => {
  await open(page);
  await row(page, 'project1').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit profile' }).click();
  await expect(page.getByRole('heading', { name: 'project1' })).toBeFocused();
  await page.getByRole('button', { name: 'Renew', exact: true }).click();
  expect(await calls(page)).toContainEqual({ do: 'renew', profile: 'project1' });
  await accessible(page);
});

test('after a refused renewal the button of the row says why', async ({ page }) => {
  await open(page);
  // A role that trusts nobody here.
  await change(page, 'config', (text) =>
    text.replace('210987654321:role/Prod-Role', '888877776666:role/PartnerAudit'),
  );
  await row(page, 'project1')
    .getByRole('button', { name: /^Renew/ })
    .click();
  await row(page, 'project1')
    .getByRole('button', { name: /^Diagnose/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Diagnose' })).toBeVisible();
});

test('a sign-in waits for the browser, is copied and given up', async ({ page }) => {
  await open(page, { state: 'signed-out' });
  const lab = row(page, 'data-lab');
  await lab.click();
  const signIn = lab.getByRole('button', { name: /^Sign in for/ });
  await signIn.click();
  await expect(lab.getByText('Waiting for the browser…')).toBeVisible();
  // The session serves its other profiles as well.
  await expect(row(page, 'data-eng').getByText('Waiting for the browser…')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').getByText('Link copied.')).toBeAttached();
  await lab.getByRole('button', { name: /^Cancel the sign-in/ }).click();
  await expect(signIn).toBeVisible();
  await expect(lab.getByText('Waiting for the browser…')).toHaveCount(0);
});
