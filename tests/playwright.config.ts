import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';

// Every worker loads this file and inherits the environment, so the browser is searched for only once.
process.env.CHROMIUM_PATH ??= findBrowser();

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: './e2e',
  outputDir: './.results/browser',
  globalSetup: './e2e/seeded-school.ts',
  // Each worker serves its own school (school.ts), so any two tests may run at the same time.
  // One worker uses little more than half a core: most of the time it waits for pages and forms.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  // These are upper limits, not waits: workers, servers and browsers share the cores.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['line'], ['json', { outputFile: './.results/browser.json' }]],
  use: {
    screenshot: 'only-on-failure',
    // Requests that a worker answers cannot be held up by a test; offline.spec.ts allows it.
    serviceWorkers: 'block',
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
