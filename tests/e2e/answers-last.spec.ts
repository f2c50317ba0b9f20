import { expect, type Locator } from '@playwright/test';
import { itemIdOf, optionsOf, pick, rightAnswerTo, sheetOf, tokenOf } from './answers.ts';
import { lesson, signIn, signUp } from './people.ts';
import { test } from './school.ts';

const outcome = (sheet: Locator, word: RegExp): Locator =>
  sheet.getByRole('status').filter({ hasText: word });
const check = (sheet: Locator): Locator => sheet.getByRole('button', { name: 'Check', exact: true });

async function pickOne(sheet: Locator, isRight: boolean): Promise<void> {
  const answer = await rightAnswerTo(await itemIdOf(sheet));
  if (answer.kind !== 'options') throw new Error('This is no choice');
  await pick(sheet, isRight ? answer.right : answer.wrong.slice(0, 1));
}

async function fillWrong(sheet: Locator): Promise<void> {
  const answer = await rightAnswerTo(await itemIdOf(sheet));
  if (answer.kind !== 'blanks') throw new Error('These are no blanks');
  for (const _ of answer.tokens) await tokenOf(sheet, answer.wrong[0] ?? '').click();
}

test('an answer is still shown after a reload and on another device', async ({ page, browser }) => {
  const person = await signUp(page, browser, `${lesson}/review`);
  const sheet = sheetOf(page, 'repro-quick-teammate');
  await pickOne(sheet, true);
  await check(sheet).click();
  await expect(outcome(sheet, /^Right/)).toBeVisible();
  await page.reload();
  await expect(outcome(sheet, /^Right/)).toBeVisible();
  await expect(sheet.getByRole('radio', { checked: true })).toHaveCount(1);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, person, `${lesson}/review`);
  const same = sheetOf(other, 'repro-quick-teammate');
  await expect(outcome(same, /^Right/)).toBeVisible();
  await expect(same.getByRole('radio', { checked: true })).toHaveCount(1);
  await elsewhere.close();
});

test('a double click on Check uses one attempt', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/try`);
  const sheet = sheetOf(page, 'repro-try-seed');
  await expect(sheet.getByText('3 attempts', { exact: true })).toBeVisible();
  await fillWrong(sheet);
  await check(sheet).dblclick();
  await expect(outcome(sheet, /^Not yet/)).toBeVisible();
  await expect(sheet.getByText('2 attempts left', { exact: true })).toBeVisible();
  await page.reload();
  await expect(sheet.getByText('2 attempts left', { exact: true })).toBeVisible();
});

test('two tabs that send the same answer use one attempt', async ({ page, browser, context }) => {
  await signUp(page, browser, `${lesson}/try`);
  const second = await context.newPage();
  await second.goto(`${lesson}/try`);
  const [here, there] = [sheetOf(page, 'repro-try-seed'), sheetOf(second, 'repro-try-seed')];
  await fillWrong(here);
  await fillWrong(there);
  await check(here).click();
  await expect(outcome(here, /^Not yet/)).toBeVisible();
  await check(there).click();
  await expect(there.getByRole('status').filter({ hasText: /\S/ }).last()).toBeVisible();
  await page.reload();
  await expect(here.getByText('2 attempts left', { exact: true })).toBeVisible();
});

test('an answer that could not be sent stays in the form and is then sent once', async ({
  page,
  browser,
  context,
}) => {
  await signUp(page, browser, `${lesson}/review`);
  const sheet = sheetOf(page, 'repro-quick-tag');
  await pickOne(sheet, true);
  const chosen = await optionsOf(sheet).evaluateAll((all) =>
    all.map((one) => one instanceof HTMLInputElement && one.checked),
  );
  await context.setOffline(true);
  await check(sheet).click();
  await expect(outcome(sheet, /^Not accepted/)).toBeFocused();
  await expect(sheet.getByText('Your answer did not reach the server. It is still here')).toBeVisible();
  expect(
    await optionsOf(sheet).evaluateAll((all) =>
      all.map((one) => one instanceof HTMLInputElement && one.checked),
    ),
  ).toEqual(chosen);
  await context.setOffline(false);
  await check(sheet).click();
  await expect(outcome(sheet, /^Right/)).toBeVisible();
  await expect(sheet.getByText(/^\d+ points? earned$/)).toBeVisible();
  await page.reload();
  await expect(outcome(sheet, /^Right/)).toBeVisible();
});
