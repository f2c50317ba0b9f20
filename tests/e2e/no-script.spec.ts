import { expect, type Locator } from '@playwright/test';
import { fillRightPlainly, itemIdOf, openSheet, pick, rightAnswerTo, sheetOf } from './answers.ts';
import { classCode, classroom, expectSignedIn, lesson, signUp, signUpByHand } from './people.ts';
import { railLink } from './rail.ts';
import { test } from './school.ts';

test.use({ javaScriptEnabled: false });

async function pickOne(sheet: Locator, isRight: boolean): Promise<void> {
  const answer = await rightAnswerTo(await itemIdOf(sheet));
  if (answer.kind !== 'options') throw new Error('This is no choice');
  await pick(sheet, isRight ? answer.right : answer.wrong.slice(0, 1));
}

test('a visitor reads, signs in and returns to the question', async ({ page, browser, context }) => {
  const person = await signUpByHand(page, browser);
  await context.clearCookies();

  await page.goto(lesson);
  await expect(page).toHaveURL(lesson);
  await expect(page.getByRole('heading', { name: 'What a result depends on' })).toBeVisible();
  await expect(page.getByRole('table').first()).toContainText('a hash of the bytes');
  await railLink(page, 'Visualize').click();
  await expect(page).toHaveURL(`${lesson}/visualize`);
  await expect(page.getByRole('table', { name: 'All steps' }).getByRole('row')).toHaveCount(26);
  await railLink(page, 'Review').click();
  await expect(page).toHaveURL(`${lesson}/review`);

  const sheet = sheetOf(page, 'repro-quick-teammate');
  await page.goto(`/signin?next=${lesson}/review`);
  await page.getByLabel('User name or e-mail').fill(person.userName);
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('The user name or the password is wrong. Try again.')).toBeVisible();
  await page.getByLabel('User name or e-mail').fill(person.userName);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(`${lesson}/review`);
  await expectSignedIn(page, person.name);

  await pickOne(sheet, false);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByText('Not yet', { exact: true })).toBeVisible();
  await expect(sheet.getByText('Not right', { exact: true })).toBeVisible();
  await pickOne(sheet, true);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByRole('status').filter({ hasText: /^Right/ })).toBeVisible();
  await sheet.getByText('Worked solution').click();
  await expect(sheet.getByText('A repeat changes neither the model nor the figure.')).toBeVisible();
});

test('an activity without questions is marked as read, and the rail shows it', async ({ page, browser }) => {
  const why = '/tracks/mlops/pinning-the-environment/why';
  await signUp(page, browser, why);
  await expect(page).toHaveURL(why);
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(railLink(page, 'Why')).toHaveAccessibleName(/^Why 1 of 1 done/);
});

test('steps are put in order with numbers', async ({ page, browser }) => {
  await signUp(page, browser, '/tracks/mlops/random-seeds/practice');
  const sheet = sheetOf(page, 'seeds-practice-find-cause');
  expect((await fillRightPlainly(sheet)).kind).toBe('order');
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByRole('status').filter({ hasText: /^Right/ })).toBeVisible();
});

test('blanks are filled from lists, and a hint can be opened', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/try`);
  const sheet = sheetOf(page, 'repro-try-seed');
  await sheet.getByRole('button', { name: /^Show hint/ }).click();
  await expect(sheet.getByText('The known start has to come before the first draw.')).toBeInViewport();
  expect((await fillRightPlainly(sheet)).kind).toBe('blanks');
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByRole('status').filter({ hasText: /^Right/ })).toBeVisible();
});

test('a challenge is started and its first problem answered', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/challenge`);
  await expect(page).toHaveURL(`${lesson}/challenge`);
  await page.getByRole('button', { name: 'Start with problem 1' }).click();
  await expect(page.getByText('Problem 1 of 5', { exact: true })).toBeVisible();
  await pickOne(openSheet(page), true);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(
    openSheet(page)
      .getByRole('status')
      .filter({ hasText: /^Right/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Next problem' }).click();
  await expect(page.getByText('Problem 2 of 5', { exact: true })).toBeVisible();
});

test('a new student signs up with a class code and joins the class', async ({ page, browser }) => {
  await page.goto('/join');
  await page.getByLabel('Class code').fill('AAAA-AAAA');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('No class has this code. Check it letter by letter.')).toBeVisible();
  await page.getByLabel('Class code').fill((await classCode(browser)).toLowerCase());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/signup/);
  await expect(page.getByLabel('Class code')).toHaveValue(await classCode(browser));
  const mark = Date.now().toString(36);
  await page.getByLabel('Your name').fill('Nils Utan');
  await page.getByLabel('User name').fill(`nils-${mark}`);
  await page.getByLabel('Password', { exact: true }).fill('quiet lanterns over deep water');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectSignedIn(page, 'Nils Utan');
  await page.goto('/profile');
  await expect(page.getByRole('listitem').filter({ hasText: classroom })).toContainText('you learn here');
});

test('an incomplete answer is refused with a reason and uses no attempt', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/try`);
  const sheet = sheetOf(page, 'repro-try-seed');
  await expect(sheet.getByText('3 attempts', { exact: true })).toBeVisible();
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByRole('status').filter({ hasText: /blank/ })).toBeVisible();
  await expect(sheet.getByText('3 attempts', { exact: true })).toBeVisible();
});

test('five questions after the text are answered, and one of them is reported', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/why`);
  await expect(page).toHaveURL(`${lesson}/why`);
  const place = page.getByRole('region', { name: 'Five to try' });
  await expect(place.getByRole('article')).toHaveCount(5);
  const choices = place.getByRole('article').filter({ has: page.locator('input[type=radio]') });
  const id = await itemIdOf(choices.first());
  await pickOne(sheetOf(page, id), true);
  await sheetOf(page, id).getByRole('button', { name: 'Check', exact: true }).click();
  // The page opens at the reply, which is far below its top.
  await expect(
    sheetOf(page, id)
      .getByRole('status')
      .filter({ hasText: /^Right/ }),
  ).toBeInViewport();
  const form = sheetOf(page, id);
  await form.getByLabel('More about this question').click();
  await form.getByText('Report a problem with this question').click();
  await form.getByRole('link', { name: 'Write a report' }).click();
  await expect(page).toHaveURL(`${lesson}/why?report=${id}#${id}`);
  await form.getByLabel('Describe the problem').fill('A comma is missing.');
  await form.getByRole('button', { name: 'Send the report' }).click();
  await expect(form.getByText('Report sent. Thank you.')).toBeInViewport();
});
