// The layout at every width: parts do not overlap, leave the page or get out of reach.

import { expect, open, type Options, type Page, test } from './page';
import { flaws } from './layout';

/** Close together where things fold, wider where they only grow. */
const SWEEP = [
  ...Array.from({ length: 33 }, (_, step) => 320 + step * 30),
  ...Array.from({ length: 8 }, (_, step) => 1300 + step * 180),
];
/** A window as small as it may get, and lower than wide. */
const LOW: readonly (readonly [number, number])[] = [
  [400, 360],
  [640, 360],
  [1180, 420],
];
const TALL = 760;

interface View {
  name: string;
  options?: Options;
  path?: string;
  widths?: readonly number[];
  go?: (page: Page) => Promise<void>;
}

const press = (key: string) => (page: Page) => page.keyboard.press(key);

async function diagnosed(page: Page): Promise<void> {
  await page.keyboard.press('Control+3');
  await page.getByText(/^16 (checks|verificações), /).waitFor();
}

/** An edit with what is wrong with it, and its diff. */
async function edited(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.locator('[data-row="project1"]').click();
  const form = page.locator('.editor');
  await form.locator('[title="region"] + * input').fill('eu-central-1');
  await form.locator('[title="duration_seconds"] + * input').fill('50000');
  await form.locator('[title="duration_seconds"] + * input').press('Tab');
  await form.locator('.field-error, .said .bad').first().waitFor();
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const VIEWS: readonly View[] = [
  { name: 'sessions', options: { profiles: '300' } },
  { name: 'sessions with long names', options: { names: 'long', state: 'paused' } },
  { name: 'sessions of a broken file', options: { state: 'broken' } },
  { name: 'profiles', options: { names: 'long' }, go: press('Control+2') },
  { name: 'profiles under change', go: edited },
  { name: 'diagnose', go: diagnosed },
  { name: 'caches', go: press('Control+4') },
  { name: 'preferences', go: press('Control+5') },
  { name: 'first run', options: { state: 'first-run' } },
  { name: 'prompt', path: '/prompt.html', widths: [320, 380, 460] },
];

const DIALOGS: readonly View[] = [
  {
    name: 'a fix with its diff',
    go: async (page) => {
      await diagnosed(page);
      await page.locator('[data-first-fix]').click();
    },
  },
  {
    name: 'an error to paste',
    go: async (page) => {
      await diagnosed(page);
      await page.locator('.actions .button').first().click();
    },
  },
  {
    name: 'a removal of caches',
    go: async (page) => {
      await page.keyboard.press('Control+4');
      await page.locator('.actions .button.quiet').click();
    },
  },
  {
    name: 'a profile to delete',
    go: async (page) => {
      await page.keyboard.press('Control+2');
      await page.locator('[data-row="user1"]').click();
      await page.locator('.editor .button.danger').click();
    },
  },
];

/** What answers to a width is drawn in the frame after it. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        resolve();
      }),
    );
  });
}

async function sweep(page: Page, view: View): Promise<string[]> {
  const found: string[] = [];
  const sizes = [
    ...(view.widths ?? SWEEP).map((width) => [width, view.path ? 420 : TALL] as const),
    ...(view.widths ? [] : LOW),
  ];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await page.evaluate(settled);
    const now = await page.evaluate(flaws, { bars: true });
    found.push(...now.map((flaw) => `${width} × ${height}: ${flaw}`));
  }
  return found;
}

for (const lang of ['en', 'pt-BR']) {
  for (const view of [...VIEWS, ...DIALOGS]) {
    test(`${view.name} in ${lang} holds together at every width`, async ({ page }) => {
      await open(page, { ...view.options, lang }, view.path);
      await view.go?.(page);
      if (DIALOGS.includes(view)) await page.getByRole('dialog').waitFor();
      expect(await sweep(page, view)).toEqual([]);
    });
  }
}

for (const scale of [1.5, 2]) {
  test(`sessions and their details hold together at scale ${scale}`, async ({ browser }) => {
    const page = await browser.newPage({ deviceScaleFactor: scale, reducedMotion: 'reduce' });
    for (const view of [VIEWS[0], VIEWS[1], VIEWS[5]]) {
      if (!view) continue;
      await open(page, { ...view.options, lang: 'pt-BR' });
      await view.go?.(page);
      const widths = [320, 640, 800, 960, 1100, 1180, 1920];
      expect(await sweep(page, { ...view, widths })).toEqual([]);
    }
    await page.close();
  });
}

test('the sheet keeps its row in sight and its buttons in the window', async ({ page }) => {
  for (const [width, height] of [
    [960, 640],
    [640, 760],
    [400, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(page, { profiles: '300' });
    const last = page.locator('[data-row]').nth(6);
    await last.click();
    const sheet = page.getByRole('region', { name: /^Details/ });
    await sheet.waitFor();
    expect(await page.evaluate(flaws, { bars: true })).toEqual([]);
    if (height > 420) {
      const row = await page.locator('[data-row][aria-selected="true"]').boundingBox();
      const top = (await sheet.boundingBox())?.y ?? 0;
      expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(top + 1);
    }
    await sheet.getByRole('button', { expanded: false }).last().click();
    expect(await page.evaluate(flaws, { bars: true })).toEqual([]);
  }
});

test('a message never lies over a bar of buttons', async ({ page }) => {
  const bars = { 'Control+1': '.pane > .foot, .sheet > .foot', 'Control+2': '.editor > footer' };
  for (const width of [1180, 960]) {
    await page.setViewportSize({ width, height: 640 });
    await open(page);
    for (const [key, bar] of Object.entries(bars)) {
      await page.keyboard.press('Control+1');
      await page.locator('[data-row="project1"]').click();
      await page.getByRole('button', { name: /^Copy from/ }).click();
      await page.getByRole('menuitem').first().click();
      await page.keyboard.press(key);
      await page.locator('[data-row="project1"]').click();
      const foot = await page.locator(bar).boundingBox();
      const toast = await page.locator('.toast').last().boundingBox();
      expect(foot && toast && toast.y + toast.height).toBeLessThanOrEqual((foot?.y ?? 0) + 1);
    }
  }
});

test('a long question keeps its title and its buttons, and begins above', async ({ page }) => {
  await page.setViewportSize({ width: 480, height: 312 });
  await open(page);
  await diagnosed(page);
  await page.locator('[data-first-fix]').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toBeFocused();
  await expect(dialog.getByRole('heading')).toBeInViewport();
  for (const button of await dialog.locator('.buttons button').all()) {
    await expect(button).toBeInViewport({ ratio: 1 });
  }
  const text = dialog.locator('.text');
  expect(await text.evaluate((one) => one.scrollTop)).toBe(0);
  expect(await text.evaluate((one) => one.scrollHeight > one.clientHeight)).toBe(true);
});
