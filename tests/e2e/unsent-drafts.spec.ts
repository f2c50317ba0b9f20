import { type Browser, expect, type Page } from '@playwright/test';
import { fillRight, rightAnswerTo, sheetOf, squeeze, tokenOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { type Account, lesson, retrying, signIn, signUp } from './people.ts';
import { test } from './school.ts';

const recall = (page: Page) => sheetOf(page, 'repro-recall-log').getByRole('textbox');
const blanks = (page: Page) => sheetOf(page, 'repro-try-seed');
const unsent = (page: Page) => page.getByText(/^Not saved yet: no connection/).first();
const copies = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('surefoot.draft/')).length);

/** A new page of this browser, online again. */
async function backOnline(page: Page, path: string): Promise<Page> {
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(path);
  return next;
}

async function elsewhere(browser: Browser, person: Account, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, person, path);
  return page;
}

test('an answer typed offline is sent once, from any page', async ({ page, browser, context }) => {
  const person = await signUp(page, browser, `${lesson}/review`);
  await waitForForms(page);
  await context.setOffline(true);
  await recall(page).fill('Typed in a tunnel.');
  await expect(unsent(page)).toBeAttached();
  const next = await backOnline(page, '/badges');
  await expect(next.getByText('An answer typed offline was saved')).toBeVisible();
  expect(await copies(next)).toBe(0);
  const phone = await elsewhere(browser, person, `${lesson}/review`);
  await expect(recall(phone)).toHaveValue('Typed in a tunnel.');
  await phone.context().close();
  await next.getByRole('link', { name: /^Review: / }).click();
  await expect(recall(next)).toHaveValue('Typed in a tunnel.');
  await expect(next.getByText('An answer typed offline was saved')).toHaveCount(0);
});

test('a draft that can no longer be saved stays readable until it is discarded', async ({
  page,
  browser,
  context,
}) => {
  const person = await signUp(page, browser, `${lesson}/try`);
  await waitForForms(page);
  const answer = await rightAnswerTo('repro-try-seed');
  const token = answer.kind === 'blanks' ? (answer.tokens[0] ?? '') : '';
  await context.setOffline(true);
  await tokenOf(blanks(page), token).click();
  await expect(unsent(page)).toBeAttached();
  const phone = await elsewhere(browser, person, `${lesson}/try`);
  await fillRight(blanks(phone));
  await blanks(phone).getByRole('button', { name: 'Check', exact: true }).click();
  await expect(
    blanks(phone)
      .getByRole('status')
      .filter({ hasText: /^Right/ }),
  ).toBeVisible();
  await phone.context().close();
  const next = await backOnline(page, '/badges');
  const title = 'An answer typed here was not saved: the question was already finished';
  await expect(next.getByText(title)).toBeVisible();
  await expect(next.getByText(token, { exact: true })).toBeVisible();
  await next.goto(`${lesson}/try`);
  await expect(next.getByText(title)).toBeVisible();
  await next.getByRole('button', { name: 'Discard it' }).click();
  await expect(next.getByText(title)).toHaveCount(0);
  expect(await copies(next)).toBe(0);
});

test('a draft that was saved while its page closed is not reported as unsent', async ({
  page,
  browser,
  context,
}) => {
  await signUp(page, browser, `${lesson}/review`);
  await waitForForms(page);
  // The server receives the save, but the page never gets the reply.
  await page.route('/api/drafts', async (route) => {
    await route.fetch(retrying);
    await route.abort();
  });
  await recall(page).fill('Arrived unheard');
  await expect(unsent(page)).toBeAttached();
  expect(await copies(page)).toBe(1);
  const next = await context.newPage();
  await page.close();
  await next.goto('/badges');
  await expect.poll(() => copies(next)).toBe(0);
  await expect(next.getByText(/was saved/)).toHaveCount(0);
});

test('an unsent order of steps is readable on another page', async ({ page, browser }) => {
  const itemId = 'seeds-practice-find-cause';
  await signUp(page, browser, '/tracks/mlops/random-seeds/practice');
  await page.route('/api/drafts', (route) => route.abort());
  await waitForForms(page);
  const sheet = sheetOf(page, itemId);
  // Steps that are in the right order from the start would not change the draft.
  await sheet
    .getByRole('button', { name: /^Down / })
    .first()
    .click();
  await fillRight(sheet);
  const kept = () =>
    page.evaluate((id) => {
      const name = Object.keys(localStorage).find((one) => one.includes(`/${id}/`)) ?? '';
      return localStorage.getItem(name) ?? '{}';
    }, itemId);
  const steps = await rightAnswerTo(itemId);
  await expect
    .poll(async () => (JSON.parse(await kept()).words ?? []).map(squeeze))
    .toEqual(steps.kind === 'order' ? steps.steps : []);
});
