import { defineConfig } from '@playwright/test';
import browserTests from '#tests/playwright.config.ts';

/** `npm run pictures [-- -g NAME]`: takes the pictures of all pages and states into tests/.results/pictures/, in the school of the browser tests. */
export default defineConfig(browserTests, {
  testDir: '.',
  outputDir: '../.results/pictures-failed',
  globalSetup: '../e2e/seeded-school.ts',
  timeout: 600_000,
  reporter: 'line',
});
