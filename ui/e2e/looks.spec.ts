// Each view in each theme, language and width: nothing for axe, and a screenshot to look at.

import { accessible, open, type Options, type Page, test } from './page';

const VIEWS: { name: string; key?: string; options?: Options; path?: string }[] = [
  { name: 'sessions' },
  { name: 'profiles', key: 'Control+2' },
  { name: 'profiles-convert', key: 'Control+2' },
  { name: 'diagnose', key: 'Control+3' },
  { name: 'caches', key: 'Control+4' },
  { name: 'preferences', key: 'Control+5' },
  { name: 'first-run', options: { state: 'first-run' } },
  { name: 'broken', options: { state: 'broken' } },
  { name: 'prompt', path: '/prompt.html' },
];

/** A field that is wrong, as in the design. */
async function edit(page: Page): Promise<void> {
  await page.locator('[data-row="project1"]').click();
  const form = page.locator('.editor');
  await form.locator('[title="region"] + * input').fill('eu-central-1');
  await form.locator('[title="duration_seconds"] + * input').fill('50000');
  await form.locator('[title="duration_seconds"] + * input').press('Tab');
  await form.locator('.field-error, .said .bad').first().waitFor();
}

const WIDTHS = [1180, 1000, 900, 800, 640];
/** Between these nothing comes or goes that axe would see. */
const LOOKED_AT = [1180, 640, 380];

for (const { name, key, options = {}, path } of VIEWS) {
  for (const theme of ['light', 'dark'] as const) {
    for (const lang of ['en', 'pt-BR']) {
      test(`${name} ${theme} ${lang}`, async ({ page }) => {
        const widths = name === 'prompt' ? [380] : WIDTHS;
        const height = name === 'prompt' ? 292 : 760;
        await page.setViewportSize({ width: widths[0] ?? 1180, height });
        await open(page, { ...options, lang, theme }, path);
        if (key) await page.keyboard.press(key);
        if (name === 'profiles') await edit(page);
        if (name === 'profiles-convert') await page.locator('[data-row="staging"]').click();
        if (name === 'sessions') {
          const project = page.locator('[data-row="project1"]');
          await project.click();
          await project.press('Shift');
        }
        if (name === 'diagnose') await page.getByText(/^16 (checks|verificações), /).waitFor();
        for (const width of widths) {
          await page.setViewportSize({ width, height });
          await page.waitForTimeout(300);
          await page.screenshot({ path: `screenshots/${name}-${theme}-${lang}-${width}.png` });
          if (LOOKED_AT.includes(width)) await accessible(page);
        }
      });
    }
  }
}
