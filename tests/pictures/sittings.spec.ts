import { expect, type Page } from '@playwright/test';
import { fillRight, itemIdOf, openSheet, pick, rightAnswerTo } from '#tests/e2e/answers.ts';
import { lesson, signInAs, signUp, startActivity } from '#tests/e2e/people.ts';
import { test } from '#tests/e2e/school.ts';
import { take, takePage } from './take.ts';

const finished = '/tracks/mlops/random-seeds';
const result = (page: Page) => page.getByRole('heading', { name: /^(Strong|Not yet|Can’t tell yet)$/ });

/** Answers the open question; wrong only where a wrong answer is certain to be wrong. */
async function answer(page: Page, right = true): Promise<boolean> {
  const sheet = openSheet(page);
  const id = await itemIdOf(sheet);
  const known = await rightAnswerTo(id, await sheet.innerText());
  const isWrong = !right && known.kind === 'options';
  if (isWrong) await pick(sheet, known.wrong.slice(0, 1));
  else await fillRight(sheet);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  return isWrong;
}

test('challenge', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/challenge`, 'one');
  await startActivity(page, 'Start with problem 1');
  await take(page, 'challenge-open');
  await takePage(page, '/today', 'today-with-open-challenge');
  await takePage(page, lesson, 'lesson-with-open-challenge');
  await page.goto(`${lesson}/challenge`);
  for (let problem = 1; problem <= 5; problem++) {
    await expect(page.getByText(`Problem ${problem} of 5`, { exact: true })).toBeVisible();
    await answer(page);
    if (problem === 5) break;
    const next = page.getByRole('button', { name: 'Next problem' });
    await expect(next).toBeVisible();
    if (problem === 1) await take(page, 'challenge-right');
    await next.click();
  }
  await expect(page.getByRole('heading', { name: '5 of 5 right' })).toBeVisible();
  await take(page, 'challenge-badge');
});

test('challenge: missed', async ({ page, browser }) => {
  await signUp(page, browser, `${finished}/challenge`, 'one');
  await startActivity(page, 'Start with problem 1');
  await answer(page, false);
  await take(page, 'challenge-wrong');
  // The clock of a problem runs for three minutes at most.
  const sheet = openSheet(page);
  await expect(sheet.getByText(/^Time is up/).first()).toBeVisible({ timeout: 240_000 });
  await take(page, 'challenge-time-up');
});

for (const [name, mostWrong] of [
  ['strong', 0],
  ['cannot-tell', 2],
  ['not-yet', 10],
] as const) {
  test(`test: ${name}`, async ({ page, browser }) => {
    await signUp(page, browser, `${lesson}/test`, 'one');
    await startActivity(page, 'Start the test');
    const place = page.getByText(/^Question \d+ of 10$/);
    if (name === 'strong') {
      await take(page, 'test-open');
      await page.getByRole('button', { name: 'Flag for later' }).click();
      await expect(place.filter({ hasText: 'Question 2' })).toBeVisible();
      await take(page, 'test-flagged');
    }
    let wrong = 0;
    for (let question = 1; question <= 10 && !(await result(page).isVisible()); question++) {
      await page.waitForLoadState('networkidle');
      const before = (await place.textContent()) ?? '';
      if (name === 'strong' && question === 10) await take(page, 'test-last-question');
      if (await answer(page, wrong >= mostWrong)) wrong += 1;
      await expect(result(page).or(place.filter({ hasNotText: before }))).toBeVisible();
    }
    await take(page, `test-${name}`);
  });
}

test('review', async ({ page }) => {
  await signInAs(page, 'Kenji Watanabe', '/today/review');
  await take(page, 'review-intro');
  await page.getByRole('button', { name: 'Five minutes of review' }).click();
  const end = page.getByRole('heading', { name: 'Done for now' });
  await expect(page.getByRole('heading', { level: 1, name: /^Question 1 of/ })).toBeVisible();
  await take(page, 'review-question');
  const on = page.getByRole('button', { name: /^Skip it for now/ });
  for (let question = 1; question <= 8 && !(await end.isVisible()); question++) {
    await on.click();
    const next = page.getByRole('heading', { level: 1, name: `Question ${question + 1} of` });
    await expect(end.or(next)).toBeVisible();
  }
  await take(page, 'review-end');
});
