import { expect, type Page } from '@playwright/test';
import { fillRight, sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 240_000 });

const path = `${lesson}/try`;
const left = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('surefoot.answer/')).length);

/** Whether the page and all scripts that it may ask for are on this device. */
const isKept = (page: Page, address: string): Promise<boolean> =>
  page.evaluate(async (url) => {
    const { active } = await navigator.serviceWorker.ready;
    const script = await (await fetch(active?.scriptURL ?? '')).text();
    const files: string[] = JSON.parse(/"files":(\[[^\]]*\])/.exec(script)?.[1] ?? '[]');
    const found = await Promise.all([url, ...files].map((one) => caches.match(one)));
    return files.length > 0 && found.every((one) => one !== undefined);
  }, address);

const points = async (page: Page): Promise<string> =>
  (await page.getByRole('button', { name: /^Points: / }).getAttribute('aria-label')) ?? '';

test('an opened lesson is read and practised offline, and what was answered counts once', async ({
  page,
  browser,
  context,
}) => {
  await signUp(page, browser, path);
  await page.goto(path);
  // Nothing tells when the script that listens has started, so the pointer comes again.
  await expect(async () => {
    await page.mouse.move(200, 200);
    await page.mouse.move(300, 300);
    const workers = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistrations()).length,
    );
    expect(workers).toBe(1);
  }).toPass();
  await expect.poll(() => isKept(page, path), { timeout: 60_000 }).toBe(true);
  const before = await points(page);
  await expect(page.getByRole('button', { name: /^Show hint/ }).first()).toBeVisible();

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('No connection. You see this page as it was')).toBeVisible();
  await waitForForms(page);
  await expect(page.getByText('Hints need a connection.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Show hint/ })).toHaveCount(0);
  const sheet = sheetOf(page, 'repro-try-seed');
  await fillRight(sheet);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByText('Saved on this device')).toBeVisible();
  expect(await left(page)).toBe(1);

  // What is timed, and what was never opened, is not there.
  for (const other of [`${lesson}/challenge`, '/leaderboard']) {
    await page.goto(other);
    await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
  }

  await context.setOffline(false);
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/answers'));
  await page.goto(path);
  const body = (await sent).postData() ?? '';
  await expect(page.getByText('The answer you gave offline was sent')).toBeVisible();
  await expect(page.getByText('No connection. You see')).toBeHidden();
  await expect(sheet.getByText(/^Right/).first()).toBeVisible();
  expect(await left(page)).toBe(0);
  await page.reload();
  const after = await points(page);
  expect(after).not.toBe(before);
  const again = await page.evaluate(
    async (text) => (await fetch('/api/answers', { method: 'POST', body: text })).json(),
    body,
  );
  expect(again).toEqual({ ok: true });
  await page.reload();
  expect(await points(page)).toBe(after);

  // Signing out leaves no page behind.
  await page.getByRole('button', { name: /your account/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/told=signed-out/);
  expect(await page.evaluate(async (url) => (await caches.match(url)) !== undefined, path)).toBe(false);
});
