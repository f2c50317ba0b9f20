import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';

// Every worker loads this file again and inherits the environment, so what is found here is found once.
process.env.CHROMIUM_PATH ??= findBrowser();

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: './e2e',
  outputDir: './.results/browser',
  globalSetup: './e2e/seeded-school.ts',
  // Each worker serves a school of its own (school.ts), so cases meet nobody but themselves and any two may run at once.
  // One keeps little more than half a core busy: for most of its time it waits for what pages and forms are given.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  // Limits, not waits: workers, servers and browsers share what cores there are.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['line'], ['json', { outputFile: './.results/browser.json' }]],
  use: {
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
