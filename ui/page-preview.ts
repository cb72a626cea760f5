// The core as WebAssembly, for the page without the program: made by `cargo xtask page-preview` where a build is one
// with invented data, and nowhere else.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MADE = fileURLToPath(new URL('../target/page-preview-module', import.meta.url));

/** What `src/backend/preview.ts` imports, and where that is. */
const IMPORTED = new Map([
  ['virtual:page-preview', `${MADE}/page_preview.js`],
  ['virtual:page-preview-address', `${MADE}/page_preview_bg.wasm?url`],
]);

/** The mode in which the page has invented data. */
export const FAKE = 'fake';

export function pagePreview(mode: string): Plugin {
  return {
    name: 'page-preview',
    buildStart() {
      if (mode === FAKE) {
        execFileSync('cargo', ['xtask', 'page-preview'], { cwd: ROOT, stdio: 'inherit' });
      }
    },
    resolveId(id) {
      const made = IMPORTED.get(id);
      if (made === undefined) return null;
      // The product and the unit tests have none of it.
      return mode === FAKE ? made : `\0${id}`;
    },
    load(id) {
      return IMPORTED.has(id.slice(1)) ? 'export {};' : null;
    },
  };
}
