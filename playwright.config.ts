import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, findChromium } from './scripts/find-chromium';

const browser = findChromium();

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './scripts/tell-absent-specifications.mjs',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  // What passed only at its second try is named at the end of `npm test`.
  retries: 1,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    trace: 'off',
    screenshot: 'only-on-failure',
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      ...(browser ? { executablePath: browser.executablePath } : {}),
      args: [...BROWSER_ARGUMENTS],
    },
  },
});
