// The content of the product's own build. `npm run build` comes first.

import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

const DIST = new URL('../dist/', import.meta.url);

function texts(): [string, string][] {
  const names = readdirSync(DIST, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(js|css|html)$/.test(name))
    .map((name) => [name, readFileSync(new URL(name, DIST), 'utf8')]);
}

test('nothing invented', () => {
  const files = texts();
  expect(files.length).toBeGreaterThan(4);
  for (const [name, text] of files) {
    expect(text.includes('prod-admin') || text.includes('sandglassFake'), name).toBe(false);
  }
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
