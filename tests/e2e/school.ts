import { test as base } from '@playwright/test';
import { type OwnServer, startServer } from './own-server.ts';
import { snapshotFile } from './seeded-school.ts';

interface WorkerFixtures {
  /** The demo school of this worker only: tests that run at the same time share no data. */
  readonly school: OwnServer;
}

/** Every test file imports `test` from here: paths such as `/today` belong to the worker's own school. */
export const test = base.extend<{ readonly patience: undefined }, WorkerFixtures>({
  patience: [
    async ({ browserName: _ }, use, info) => {
      if (process.env.SLOW_SCRIPTS === '1') info.setTimeout(info.timeout * 3);
      await use(undefined);
    },
    { auto: true },
  ],
  school: [
    // Playwright requires a destructuring pattern here; the browser's name is not used.
    async ({ browserName: _ }, use) => {
      const server = await startServer({ SUREFOOT_DEMO: '1' }, snapshotFile());
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ school }, use) => use(school.url),
});
