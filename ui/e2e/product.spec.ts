// The content of the product's own build. `npm run build` comes first.

import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

const DIST = new URL('../dist/', import.meta.url);
/** What these tests run in. */
const PREVIEW = new URL('../dist-fake/', import.meta.url);

function texts(directory = DIST): [string, string][] {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(js|css|html)$/.test(name))
    .map((name) => [name, readFileSync(new URL(name, directory), 'utf8')]);
}

test('nothing invented', () => {
  const files = texts();
  expect(files.length).toBeGreaterThan(4);
  for (const [name, text] of files) {
    expect(text.includes('prod-admin') || text.includes('sandglassPreview'), name).toBe(false);
  }
  const preview = texts(PREVIEW).map(([, text]) => text);
  expect(preview.some((text) => text.includes('sandglassPreview'))).toBe(true);
});

test('no core as WebAssembly, which the product has as a program', () => {
  const names = readdirSync(DIST, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.wasm'))).toEqual([]);
  for (const [name, text] of texts()) expect(text.includes('WebAssembly'), name).toBe(false);
});

test('nothing inline, nothing from elsewhere', () => {
  for (const [name, text] of texts().filter(([file]) => file.endsWith('.html'))) {
    expect(text, name).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=|https?:/);
  }
  for (const [name, text] of texts().filter(([file]) => file.endsWith('.css'))) {
    expect(text, name).not.toMatch(/url\((?:data|https?):|@import/);
  }
});
