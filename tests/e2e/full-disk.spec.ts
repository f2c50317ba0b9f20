import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { type OwnServer, startServer } from './own-server.ts';
import { expectSignedIn, lesson } from './people.ts';
import { test } from './school.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const flag = join(tmpdir(), `surefoot-full-${randomUUID()}`);
const fill = () => writeFileSync(flag, '');
const makeRoom = () => rmSync(flag, { force: true });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const preload = new URL('./full-disk.mjs', import.meta.url).href;
  server = await startServer({ SIGN_UP: 'open', FULL_DISK: flag, NODE_OPTIONS: `--import=${preload}` });
});
test.afterAll(async () => {
  makeRoom();
  await server?.stop();
});

async function openRecall(page: Page) {
  const name = `Full ${randomUUID().slice(0, 8)}`;
  await page.addInitScript(() => localStorage.setItem('questions', 'list'));
  await page.goto(`${server.url}/signup?next=${encodeURIComponent(`${lesson}/review`)}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('User name').fill(name.toLowerCase().replace(' ', '-'));
  await page.getByLabel('Password', { exact: true }).fill('quiet lanterns over deep water');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectSignedIn(page, name);
  return sheetOf(page, 'repro-recall-log');
}

async function health(): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.url}/api/health`);
  return { status: response.status, text: await response.text() };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('an answer on a full disk is kept in its form, and stored once there is room', async ({ page }) => {
      const sheet = await openRecall(page);
      if (javaScriptEnabled) await waitForForms(page);
      const box = sheet.getByRole('textbox');
      await box.fill('The version of the data');
      fill();
      const refused = page.waitForResponse(
        (response) => response.request().method() === 'POST' && response.url().includes('/review'),
      );
      await sheet.getByRole('button', { name: 'Compare' }).click();
      expect((await refused).status()).toBe(503);
      await expect(
        sheet.getByText(/the disk of the school’s server is full.*Nothing you typed is lost/),
      ).toBeVisible();
      await expect(box).toHaveValue('The version of the data');
      expect(await health()).toMatchObject({
        status: 503,
        text: expect.stringContaining('disk of the database is full'),
      });

      makeRoom();
      await expect.poll(async () => (await health()).status, { timeout: 60_000 }).toBe(200);
      await sheet.getByRole('button', { name: 'Compare' }).click();
      await expect(sheet.getByText(/the disk of the school’s server is full/)).toHaveCount(0);
    });
  });
}
