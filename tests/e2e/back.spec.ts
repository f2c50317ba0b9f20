import { expect, type Page } from '@playwright/test';
import { fillRight, itemIds, sheetOf } from './answers.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';
import { takenOver } from './taken-over.ts';

const main = (page: Page) => page.locator('main');
const track = '/tracks/mlops';

/** Follows a link in place, as a learner does: the page that is left stays in the browser. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'sameDocument', true));
  await page.locator(`a[href="${path}"]:visible`).first().click();
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

/** What a page shows after Back is what it shows when it is loaded. */
async function expectFresh(page: Page, path: string): Promise<void> {
  await expect(page).toHaveURL(path);
  const loaded = await page.context().newPage();
  await loaded.goto(path);
  await loaded.waitForLoadState('networkidle');
  const words = await main(loaded).innerText();
  await loaded.close();
  await expect(main(page)).toHaveText(words, { useInnerText: true });
}

test('Back and Forward lead to pages that know of the answers given since', async ({ page, browser }) => {
  await signUp(page, browser, '/today');
  await expect(page.getByText('Your first answer begins a streak.').filter({ visible: true })).toBeVisible();
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
  await takenOver(page);
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
  await expect(page.getByText(/^Today counts\./).filter({ visible: true })).toBeVisible();
  await expectFresh(page, '/today');
  await page.goForward();
  await expectFresh(page, '/badges');
});

test('what is typed and not sent stays when one comes back to it', async ({ page, browser }) => {
  await signUp(page, browser, '/profile');
  await follow(page, '/badges');
  await page.goBack();
  await page.getByLabel('Under this name').fill('The unsent');
  await follow(page, '/badges');
  await page.goBack();
  await page.waitForLoadState('networkidle');
  await expect(page.getByLabel('Under this name')).toHaveValue('The unsent');
});
