import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { type RenamedBuild, renamedBuild } from './another-build.ts';
import { fillRight, openSheet, sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { type OwnServer, startServer } from './own-server.ts';
import { expectSignedIn, lesson } from './people.ts';
import { test } from './school.ts';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

let server: OwnServer;
let next: RenamedBuild;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  next = renamedBuild();
  server = await startServer({ SIGN_UP: 'open' });
});
test.afterAll(async () => {
  await server?.stop();
  next?.remove();
});

async function signUp(page: Page, path: string): Promise<void> {
  const name = `Updated ${randomUUID().slice(0, 8)}`;
  await page.goto(`${server.url}/signup?next=${encodeURIComponent(path)}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('User name').fill(name.toLowerCase().replace(' ', '-'));
  await page.getByLabel('Password', { exact: true }).fill('quiet lanterns over deep water');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectSignedIn(page, name);
}

test('a new build during a sitting costs one reload and no answer', async ({ page }) => {
  await signUp(page, `${lesson}/challenge`);
  await page.getByRole('button', { name: 'Start with problem 1' }).click();
  const sheet = openSheet(page);
  await expect(page.getByText('Problem 1 of 5', { exact: true })).toBeVisible();
  await waitForForms(page);
  await fillRight(sheet);
  const review = await page.context().newPage();
  await review.addInitScript(() => localStorage.setItem('questions', 'list'));
  await review.goto(`${server.url}${lesson}/review`);
  const recall = sheetOf(review, 'repro-recall-log');
  await waitForForms(review);
  await recall.getByRole('textbox').fill('Typed before the update');
  let loads = 0;
  page.on('load', () => (loads += 1));
  review.on('load', () => (loads += 1));

  await server.update(next.root);

  await recall.getByRole('textbox').fill('Typed before the update, and after it');
  const refused = page.waitForResponse((response) => response.headers()['x-nextjs-action-not-found'] === '1');
  const anew = page.waitForEvent('load');
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await refused;
  await anew;
  expect(loads).toBe(1);
  // The clock went on, and what was chosen is still chosen.
  await expect(page.getByRole('timer', { name: 'Time left' })).toBeVisible();
  await waitForForms(page);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByRole('status').filter({ hasText: /^Right/ })).toBeVisible();

  // A save that failed while the server was down is retried within a minute.
  const line = recall.getByRole('status').filter({ hasText: /^Saved/ });
  await expect(line).toHaveText('Saved', { timeout: 90_000 });
  await review.reload();
  await expect(recall.getByRole('textbox')).toHaveValue('Typed before the update, and after it');
  expect(loads).toBe(2);
});
