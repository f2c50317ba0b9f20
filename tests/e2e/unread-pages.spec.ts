import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { findServerBinaries, startCluster } from '#tests/engines/cluster.ts';
import { startPglite } from '#tests/engines/postgres.ts';
import { type OwnServer, startServer } from './own-server.ts';
import { expectSignedIn, lesson } from './people.ts';
import { test } from './school.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const title = {
  sqlite: 'The school’s database is damaged',
  postgres: 'The school’s database does not answer',
};

/** Another connection changes the database, so that the server reads it anew, and leaves nothing but noise behind its first page. */
function damage(file: string): void {
  const other = new Database(file);
  other.exec('CREATE TABLE noise (n INTEGER)');
  other.pragma('wal_checkpoint(TRUNCATE)');
  other.close();
  const { size } = statSync(file);
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.alloc(size - 4096, 0xa5), 0, size - 4096, 4096);
  closeSync(opened);
}

async function startOn(engine: keyof typeof title): Promise<{ server: OwnServer; ruin(): Promise<void> }> {
  if (engine === 'sqlite') {
    const server = await startServer({ SIGN_UP: 'open' });
    return { server, ruin: async () => damage(join(server.dataDir, 'surefoot.db')) };
  }
  const binaries = findServerBinaries();
  const postgres = binaries ? await startCluster(binaries) : await startPglite();
  const pool: Record<string, string> = binaries ? {} : { DATABASE_POOL: '1' };
  const server = await startServer({ SIGN_UP: 'open', DATABASE_URL: postgres.url, ...pool });
  return { server, ruin: () => postgres.stop() };
}

async function signUp(page: Page, { url }: OwnServer): Promise<void> {
  await page.goto(`${url}/signup`);
  await page.getByLabel('Your name').fill('Una Read');
  await page.getByLabel('User name').fill('una-read');
  await page.getByLabel('Password', { exact: true }).fill('quiet lanterns over deep water');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectSignedIn(page, 'Una Read');
}

/** The same person in a browser without scripts. */
async function withoutScripts(browser: Browser, page: Page): Promise<Page> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState });
  return context.newPage();
}

for (const engine of ['sqlite', 'postgres'] as const) {
  test(`${engine}: a page that cannot be read says so with 503, with and without scripts, in a line of the log`, async ({
    page,
    browser,
  }) => {
    const { server, ruin } = await startOn(engine);
    try {
      await signUp(page, server);
      const plain = await withoutScripts(browser, page);
      await page.goto(`${server.url}${lesson}/deep`);
      await ruin();
      const printed = server.output().length;
      for (const visitor of [page, plain]) {
        for (const path of ['/today', '/progress', `${lesson}/try`]) {
          const response = await visitor.goto(`${server.url}${path}`);
          expect([path, response?.status(), response?.headers()['retry-after']]).toEqual([path, 503, '30']);
          await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title[engine]);
          await expect(visitor.getByRole('link', { name: 'Try again' })).toBeVisible();
          // The block of style has taken effect under the policy of the reply.
          await expect(visitor.locator('main')).toHaveCSS('max-width', /px$/);
        }
      }
      await plain.context().close();
      const log = server.output().slice(printed);
      expect(log).not.toMatch(/^\s+at |Failed query|select /im);
      expect(log.split('\n').filter((line) => line.startsWith('refused 503')).length).toBeGreaterThan(0);
    } finally {
      await server.stop();
    }
  });
}
