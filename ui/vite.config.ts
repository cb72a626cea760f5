import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

import { FAKE, pagePreview } from './page-preview.ts';

/** As src-tauri/tauri.conf.json asks for, without Tauri's own channels. */
const policy = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The same for the build with invented data, which runs the core as WebAssembly. The product never does. */
const withPreview = `${policy}; script-src 'self' 'wasm-unsafe-eval'`;

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting(), pagePreview(mode)],
  // The page with invented data is a build of its own: nothing of it reaches the product.
  build: {
    outDir: mode === FAKE ? 'dist-fake' : 'dist',
    target: ['es2022', 'safari16'],
    // No data: addresses, which the policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['index.html', 'prompt.html', 'switcher.html'] },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, fs: { allow: ['..'] } },
  preview: {
    host: '127.0.0.1',
    // Another one where two of these run beside each other.
    port: Number(process.env['SANDGLASS_UI_PORT'] ?? 4173),
    strictPort: true,
    headers: { 'Content-Security-Policy': mode === FAKE ? withPreview : policy },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    // Generous: the machine may build at the same time.
    testTimeout: 60_000,
  },
}));
