import { test as base } from '@playwright/test';
import { type OwnServer, startServer } from './own-server.ts';
import { snapshotFile } from './seeded-school.ts';

interface WorkerFixtures {
  /** The demo school of this worker alone: cases that run at the same time share nothing. */
  readonly school: OwnServer;
}

/** Every case imports its `test` from here: paths such as `/today` are those of the worker's own school. */
export const test = base.extend<object, WorkerFixtures>({
  school: [
    // The browser's name is of no use here, but Playwright asks for a pattern in this place.
    async ({ browserName: _ }, use) => {
      const server = await startServer({ SUREFOOT_DEMO: '1' }, snapshotFile());
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ school }, use) => use(school.url),
});
