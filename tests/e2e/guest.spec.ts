import { expect, type Locator, type Page } from '@playwright/test';
import { itemIdOf, openSheet, pick, rightAnswerTo } from './answers.ts';
import { complaintsOf } from './complaints.ts';
import { signUpByHand } from './people.ts';
import { test } from './school.ts';

const reading = '/tracks/mlops/random-seeds';

/** Answers a question with options; returns its id. */
async function answer(sheet: Locator, isRight: boolean): Promise<string> {
  const id = await itemIdOf(sheet);
  const key = await rightAnswerTo(id);
  if (key.kind !== 'options') throw new Error(`${id} is no choice`);
  await pick(sheet, isRight ? key.right : key.wrong.slice(0, 1));
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  return id;
}

const guestCookieOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === 'surefoot.guest');

test('a visitor answers on the first page and in a lesson, makes an account and finds the answers there', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Know what you know' })).toBeVisible();
  expect(await guestCookieOf(page), 'reading stores nothing').toBeUndefined();
  const first = await answer(openSheet(page), true);
  await expect(page.getByRole('heading', { name: 'What one answer says' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Can’t tell yet' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  expect(await guestCookieOf(page)).toMatchObject({ httpOnly: true, sameSite: 'Lax' });

  await page.goto(reading);
  await expect(
    page
      .locator(`#${first}`)
      .getByRole('status')
      .filter({ hasText: /^Right/ }),
  ).toBeVisible();
  await answer(page.locator('[data-item]').nth(1), false);
  await expect(
    page.locator('[data-item]').nth(1).getByText('Not yet', { exact: true }).first(),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByText('You are trying this as a guest.')).toBeVisible();

  await signUpByHand(page, browser, reading);
  await expect(page).toHaveURL(reading);
  await expect(page.getByText('You are trying this as a guest.')).toHaveCount(0);
  await expect(
    page
      .locator(`#${first}`)
      .getByRole('status')
      .filter({ hasText: /^Right/ }),
  ).toBeVisible();
  expect(await guestCookieOf(page), 'the cookie of the guest is gone').toBeUndefined();
  expect(complaints).toEqual([]);
});

test('challenge, test and the check of a program say that they need an account', async ({ page }) => {
  for (const activity of ['challenge', 'test']) {
    await page.goto(`/tracks/mlops/random-seeds/${activity}`);
    await expect(page.getByText(new RegExp(`^A ${activity} needs an account`))).toBeVisible();
    await expect(page.getByRole('link', { name: 'Sign in to start' })).toBeVisible();
  }
  await page.goto('/tracks/mlops/reproducibility/project');
  await expect(page.getByRole('button', { name: 'Run', exact: true }).first()).toBeVisible();
  await expect(page.getByText(/^Run works without an account/).first()).toBeVisible();
  // The questions at the foot of the page can be checked.
  const steps = openSheet(page).filter({ has: page.locator('textarea[name=code]') });
  await expect(steps).not.toHaveCount(0);
  await expect(steps.getByRole('button', { name: 'Check', exact: true })).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor answers, reads what the answer says, and removes it', async ({ page }) => {
    await page.goto('/');
    await answer(openSheet(page), false);
    await expect(page.getByRole('heading', { name: 'What one answer says' })).toBeVisible();
    await page.goto('/signin');
    await expect(page.getByText('One answer was given on this device without an account')).toBeVisible();
    await page.getByRole('button', { name: 'Not mine: remove' }).click();
    await expect(page.getByText('One answer was given on this device')).toHaveCount(0);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'What one answer says' })).toHaveCount(0);
  });
});
