// How fast the window is with 5,000 profiles: first paint, filter, rows in the document.
// Run after `npm run build`; it makes the build with invented data itself.

import { chromium } from '@playwright/test';
import { build, preview } from 'vite';

const PROFILES = 5000;
const RUNS = 7;
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

await build({ mode: 'fake', logLevel: 'warn' });
const server = await preview({ mode: 'fake' });
const executablePath = process.env['SANDGLASS_CHROMIUM'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ARGUMENTS });

/** From the navigation to the frame after the first row, in milliseconds. */
async function firstPaint() {
  const page = await browser.newPage({ viewport: { width: 1180, height: 760 } });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-row]')) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          Object.assign(window, { painted: performance.now() });
        }),
      );
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`http://127.0.0.1:4173/index.html?profiles=${PROFILES}`);
  const handle = await page.waitForFunction(() => Reflect.get(window, 'painted'));
  const painted = await handle.jsonValue();
  return { page, painted: Number(painted) };
}

/** From a key in the search to the frame that shows what it left, in milliseconds. */
async function filtering() {
  const { page } = await firstPaint();
  const times = await page.evaluate(async () => {
    const input = document.querySelector('input');
    const found = [];
    for (const text of ['p', 'pa', 'pay', 'payments prod', '']) {
      const begin = performance.now();
      if (input) input.value = text;
      input?.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      found.push(performance.now() - begin);
    }
    return found;
  });
  const rows = await page.locator('[role=row]').count();
  await page.close();
  return { times, rows };
}

const paints = [];
for (let run = 0; run < RUNS; run += 1) {
  const { page, painted } = await firstPaint();
  paints.push(painted);
  await page.close();
}
const filters = [];
let rows = 0;
for (let run = 0; run < RUNS; run += 1) {
  const one = await filtering();
  filters.push(...one.times);
  rows = Math.max(rows, one.rows);
}
console.log(`${PROFILES} profiles, median of ${RUNS} runs`);
console.log(
  `first paint  ${median(paints).toFixed(0)} ms (worst ${Math.max(...paints).toFixed(0)})`,
);
console.log(
  `filter       ${median(filters).toFixed(0)} ms (worst ${Math.max(...filters).toFixed(0)})`,
);
console.log(`rows         ${rows}`);
await browser.close();
await server.close();
