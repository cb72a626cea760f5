// How fast the window is with 5,000 profiles: first paint, filter, rows in the document.
// Run after `npm run build`; it makes the build with invented data itself.

import { chromium } from '@playwright/test';
import { build, preview } from 'vite';

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

/**
 * From the navigation to the frame after the first row, in milliseconds; and what of that the page's
 * own thread computed, which a busy machine does not change.
 * @param {number} profiles
 * @param {string} file
 */
async function firstPaint(profiles, file = 'index.html') {
  const page = await browser.newPage({ viewport: { width: 1180, height: 760 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
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
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}${file}?profiles=${profiles}`);
  const handle = await page.waitForFunction(() => Reflect.get(window, 'painted'));
  const painted = await handle.jsonValue();
  // What the core does stands in another process of the product.
  const core = await page.evaluate(() =>
    performance.getEntriesByName('preview').reduce((sum, { duration }) => sum + duration, 0),
  );
  const { metrics } = await devtools.send('Performance.getMetrics');
  const spent = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  return { page, painted: Number(painted) - core, spent: spent * 1000 - core };
}

/**
 * From the press of its key to the frame that shows the list of profiles, in milliseconds.
 * @param {import('@playwright/test').Page} page
 */
function switching(page) {
  return page.evaluate(async () => {
    const begin = performance.now();
    document
      .querySelector("[aria-keyshortcuts='Control+2']")
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    while (!document.querySelector('[data-kind]')) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return performance.now() - begin;
  });
}

/**
 * From a key in the search to the frame that shows what it left, in milliseconds.
 * @param {import('@playwright/test').Page} page
 */
function filtering(page) {
  return page.evaluate(async () => {
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
}

// Few profiles tell what the machine itself takes.
for (const profiles of [10, 5000]) {
  const paints = [];
  const computed = [];
  const filters = [];
  const switches = [];
  const profileFilters = [];
  const boxes = [];
  const boxFilters = [];
  let rows = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const { page, painted, spent } = await firstPaint(profiles);
    paints.push(painted);
    computed.push(spent);
    rows = Math.max(rows, await page.locator('[role=row]').count());
    filters.push(...(await filtering(page)));
    switches.push(await switching(page));
    rows = Math.max(rows, await page.locator('[role=row]').count());
    profileFilters.push(...(await filtering(page)));
    await page.close();
    const box = await firstPaint(profiles, 'switcher.html');
    boxes.push(box.painted);
    boxFilters.push(...(await filtering(box.page)));
    await box.page.close();
  }
  const said = [
    `first paint ${median(paints).toFixed(0)} ms (worst ${Math.max(...paints).toFixed(0)}), of it computing ${median(computed).toFixed(0)}`,
    `filter ${median(filters).toFixed(0)} ms (worst ${Math.max(...filters).toFixed(0)})`,
    `profiles shown ${median(switches).toFixed(0)} ms (worst ${Math.max(...switches).toFixed(0)})`,
    `and filtered ${median(profileFilters).toFixed(0)} ms (worst ${Math.max(...profileFilters).toFixed(0)})`,
    `quick switcher ${median(boxes).toFixed(0)} ms (worst ${Math.max(...boxes).toFixed(0)})`,
    `and filtered ${median(boxFilters).toFixed(0)} ms (worst ${Math.max(...boxFilters).toFixed(0)})`,
    `${rows} rows in the document`,
  ];
  console.log(`${profiles} profiles, median of ${RUNS} runs: ${said.join(', ')}`);
}
await browser.close();
await server.close();
