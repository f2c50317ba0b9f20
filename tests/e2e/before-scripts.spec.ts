import { expect, type Page } from '@playwright/test';
import { fillRight, openSheet, sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';

/** Delays all scripts of the page until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a program that is typed before the scripts arrive is kept and saved', async ({ page, browser }) => {
  await signUp(page, browser);
  const release = await holdScripts(page);
  await page.goto(`${lesson}/project`, { waitUntil: 'commit' });
  const sheet = sheetOf(page, 'repro-project-hash-data');
  const editor = sheet.getByLabel('Your program');
  await editor.fill('one = 1\ntwo = 2\nprint(one + two)');
  await expect(sheet.getByRole('status').filter({ hasText: 'Saved' })).toHaveCount(0);
  release();
  await expect(sheet.getByRole('status').filter({ hasText: 'Saved' })).toHaveText('Saved');
  await expect(editor).toHaveValue('one = 1\ntwo = 2\nprint(one + two)');
  await page.reload();
  await expect(editor).toHaveValue('one = 1\ntwo = 2\nprint(one + two)');
});

test('steps that are numbered before the scripts arrive keep that order', async ({ page, browser }) => {
  await signUp(page, browser);
  const release = await holdScripts(page);
  await page.goto('/tracks/mlops/random-seeds/practice', { waitUntil: 'commit' });
  const sheet = sheetOf(page, 'seeds-practice-find-cause');
  const numbers = sheet.getByRole('spinbutton');
  const texts = () => sheet.locator('[data-block] .prose').allTextContents();
  await expect(numbers.first()).toBeVisible();
  const before = await texts();
  expect(before.length).toBeGreaterThan(2);
  for (const at of before.keys()) await numbers.nth(at).fill(String(before.length - at));
  release();
  await expect(numbers).toHaveCount(0);
  await expect.poll(texts).toEqual(before.toReversed());
});

test('a button that is pressed before the scripts arrive works by a full page load', async ({
  page,
  browser,
}) => {
  await signUp(page, browser);
  const release = await holdScripts(page);
  await page.goto(`${lesson}/challenge`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Start with problem 1' }).click({ noWaitAfter: true });
  await expect(page.getByText('Problem 1 of 5', { exact: true })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Activities' })).toBeVisible();
  release();
  await waitForForms(page);
  await fillRight(openSheet(page));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(
    openSheet(page)
      .getByRole('status')
      .filter({ hasText: /^Right/ }),
  ).toBeVisible();
  await expect(page).toHaveURL(`${lesson}/challenge`);
});
