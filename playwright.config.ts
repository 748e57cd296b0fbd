import { defineConfig } from '@playwright/test';

// bin/chromium.mjs finds the browser and hands it over in these two variables.
const executablePath = process.env['CHROMIUM'];
const args = (process.env['CHROMIUM_ARGS'] ?? '').split(' ').filter(Boolean);

export default defineConfig({
  testDir: 'test/journeys',
  globalSetup: './test/journeys/global-setup.ts',
  outputDir: 'test-results',
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  // A busy machine can stall a browser for a minute; a journey that fails twice has failed.
  retries: 1,
  expect: { toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled' } },
  use: {
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--font-render-hinting=none', ...args],
    },
  },
});
