import { defineConfig } from '@playwright/test';

const origin = `http://127.0.0.1:${process.env['SANDGLASS_UI_PORT'] ?? '4173'}`;

// The system's Chromium against the build with invented data, on loopback only.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // Generous: the machine may build at the same time.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['line']],
  use: {
    baseURL: origin,
    viewport: { width: 1180, height: 760 },
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: process.env['SANDGLASS_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'npx vite build --mode fake --logLevel warn && npx vite preview --mode fake',
    url: `${origin}/index.html`,
    reuseExistingServer: false,
    // The first build of the core as WebAssembly takes minutes.
    timeout: 900_000,
  },
});
