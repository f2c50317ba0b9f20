import { expect, type Locator, type Page } from '@playwright/test';
import { waitForHydration } from './hydrated.ts';
import { lesson, signInAs, signUp } from './people.ts';
import { test } from './school.ts';

/** A student of the demo with a badge and an unfinished lesson. */
const learner = 'Ada Lindqvist';

/** The link of the recommended step in the main part of the page. */
const step = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('link', { name: /^(Next|Continue): / })
    .first();

/** Expects the same step, with the same reason, on Today, on the map of the track and, if given, at the end of an activity. */
async function expectAgreement(page: Page, end?: string): Promise<void> {
  await page.goto('/tracks/mlops');
  const link = await step(page).innerText();
  const href = await step(page).getAttribute('href');
  const reason = await step(page).locator('xpath=following::p[1]').innerText();
  expect(reason).toMatch(/\w+ \w+.*\.$/);
  for (const path of ['/today', ...(end ? [end] : [])]) {
    await page.goto(path);
    await expect(step(page), path).toHaveText(link);
    await expect(step(page), path).toHaveAttribute('href', href ?? '');
    await expect(page.getByRole('main'), path).toContainText(reason);
  }
}

test.describe('Today, the map of the track and the end of an activity say the same', () => {
  for (const [state, name, end] of [
    ['after a strong test, in the next lesson', learner, undefined],
    ['after a test that was not strong: read a passage', 'Ingrid Solberg', `${lesson}/why`],
    ['after the passages: practise what was weak', 'Siobhán O’Rourke', '/tracks/mlops/random-seeds/why'],
    ['with a test open', 'Zeynep Yıldız', undefined],
  ] as const)
    test(state, async ({ page }) => {
      await signInAs(page, name);
      await expectAgreement(page, end);
    });

  test('on the first day, after one activity', async ({ page, browser }) => {
    const why = '/tracks/mlops/pinning-the-environment/why';
    await signUp(page, browser, why);
    const read = page.getByRole('button', { name: 'Mark as read' });
    await read.scrollIntoViewIfNeeded();
    await waitForHydration(page);
    await read.click();
    await expect(read).toHaveCount(0);
    await expectAgreement(page, why);
  });
});

test('on the first day Today says where to start, and nothing of going on', async ({ page, browser }) => {
  await signUp(page, browser, '/today');
  const main = page.getByRole('main');
  await expect(main.getByText('Start here', { exact: true })).toBeVisible();
  await expect(main.getByRole('link', { name: 'Start', exact: true })).toBeVisible();
  await expect(main.getByText(/left off|Continue/)).toHaveCount(0);
});

test('a goal for the week is set, and stands on Today', async ({ page }) => {
  await signInAs(page, learner, '/progress');
  await page.getByLabel('Goal for a week').selectOption('5 days');
  await page.getByRole('button', { name: 'Set the goal' }).click();
  await expect(page.getByText(/^Goal( reached)?: \d of 5 days\./)).toBeVisible();
  await page.goto('/today');
  await expect(page.getByText(/^Goal( reached)?: \d of 5 days\./)).toBeVisible();
});

test('a badge is shared by a link that works signed out, and is gone when it is withdrawn', async ({
  page,
  browser,
}) => {
  await signInAs(page, learner, '/badges');
  const [earned] = await page
    .getByRole('region', { name: /^Earned/ })
    .getByRole('heading', { level: 3 })
    .all();
  await earned?.getByRole('link').click();
  await page.getByLabel('Name on the page').fill('A. L.');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = page.getByRole('link', { name: /\/badges\/shared\// });
  await expect(link).toBeVisible();
  const address = new URL((await link.getAttribute('href')) ?? '').pathname;

  const outside = await browser.newContext();
  const visitor = await outside.newPage();
  const path = new URL(address, page.url()).href;
  await visitor.goto(path);
  await expect(visitor.getByText('A. L. earned it on')).toBeVisible();
  await expect(visitor.getByText(learner)).toHaveCount(0);
  await expect(visitor.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);

  await page.getByRole('button', { name: 'Withdraw the link' }).click();
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible();
  expect((await visitor.goto(path))?.status()).toBe(404);
  await outside.close();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a note is written on a passage, shown there, downloaded and removed', async ({ page }) => {
    await signInAs(page, 'Priya Raghunathan', `${lesson}/deep`);
    await page.getByRole('link', { name: 'Add a note' }).click();
    await page.getByLabel('Passage').selectOption({ index: 1 });
    await page.getByLabel('Note to self').fill('Ask ops about the base image');
    await page.getByRole('button', { name: 'Save the note' }).first().click();
    await page.goto(`${lesson}/deep`);
    const own = page.getByRole('complementary', { name: 'Your notes' });
    await expect(own.getByText('Ask ops about the base image')).toBeVisible();
    await own.getByRole('link', { name: 'Notes (1)' }).click();
    const file = await page.request.get('/notes/export');
    expect(await file.text()).toContain('Ask ops about the base image');
    await page.getByRole('button', { name: /^Remove/ }).click();
    await page.goto('/notes');
    await expect(page.getByText('No notes yet')).toBeVisible();
  });
});
