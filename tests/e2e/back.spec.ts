import { expect, type Page } from '@playwright/test';
import { fillRight, itemIds, sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';

const main = (page: Page) => page.locator('main');
const track = '/tracks/mlops';

/** Follows a link without a page load, so that the browser keeps the previous page. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'sameDocument', true));
  const link = page.locator(`a[href="${path}"]:visible`).first();
  if (path === '/profile') await page.getByRole('button', { name: /, your account$/ }).click();
  await link.click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
}

async function answerFirst(page: Page, activity: string): Promise<void> {
  const [first = ''] = await itemIds(lesson.replace(`${track}/`, ''), activity);
  const sheet = sheetOf(page, first);
  await fillRight(sheet);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByRole('status').getByText(/^Right/)).toBeVisible();
}

/** Expects the current page to show the same text as a newly loaded one. */
async function expectFresh(page: Page, path: string): Promise<void> {
  await expect(page).toHaveURL(path);
  const loaded = await page.context().newPage();
  await loaded.goto(path);
  await loaded.waitForLoadState('networkidle');
  const words = await main(loaded).innerText();
  await loaded.close();
  await expect(main(page)).toHaveText(words, { useInnerText: true });
}

test('pages reached by Back and Forward show the answers given since', async ({ page, browser }) => {
  await signUp(page, browser, '/today');
  await expect(page.getByText('Start here')).toBeVisible();
  await follow(page, '/badges');
  await follow(page, '/');
  await follow(page, track);
  await expect(
    page
      .getByText(/^0 of \d+/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await follow(page, lesson);
  await follow(page, `${lesson}/try`);
  await waitForForms(page);
  await answerFirst(page, 'try');

  await page.goBack();
  await expect(page).toHaveURL(lesson);
  await page.goBack();
  await expect(
    page
      .getByText(/^1 of \d+/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await expectFresh(page, track);
  await page.goBack();
  await expectFresh(page, '/');
  await page.goBack();
  await expectFresh(page, '/badges');
  await page.goBack();
  await expect(page.getByText('Start here')).toHaveCount(0);
  await expectFresh(page, '/today');
  await page.goForward();
  await expectFresh(page, '/badges');
});

test('typed text that was not sent is still there after Back', async ({ page, browser }) => {
  await signUp(page, browser, '/profile');
  await follow(page, '/badges');
  await page.goBack();
  await page.getByLabel('Name on the leaderboard').fill('The unsent');
  await follow(page, '/badges');
  await page.goBack();
  await page.waitForLoadState('networkidle');
  await expect(page.getByLabel('Name on the leaderboard')).toHaveValue('The unsent');
  await follow(page, '/badges');
  await follow(page, '/profile');
  await expect(page.getByLabel('Name on the leaderboard')).toHaveValue('');
});

test('what was chosen and typed in any form is there after Back, but no password', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, '/profile');
  await page.getByLabel('Clock').selectOption('Twice as long');
  await page.getByRole('checkbox', { name: 'Badges' }).check();
  await page.getByLabel('Class code').fill('ABCD');
  await page.getByLabel('Current password').fill('not to be kept');
  await follow(page, '/badges');
  await page.goBack();
  await expect(page.getByLabel('Class code')).toHaveValue('ABCD');
  await expect(page.getByLabel('Clock')).toHaveValue('2');
  await expect(page.getByRole('checkbox', { name: 'Badges' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'The streak' })).not.toBeChecked();
  await expect(page.getByLabel('Current password')).toHaveValue('');
});

test('an answer that was not checked is still there after Back', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/review`);
  await waitForForms(page);
  const option = sheetOf(page, 'repro-quick-teammate').getByRole('radio').first();
  await option.check();
  await follow(page, `${lesson}/try`);
  await page.goBack();
  await expect(option).toBeChecked();
});
