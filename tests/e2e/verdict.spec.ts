import { expect, type Page } from '@playwright/test';
import { fillRight, itemIdOf, openSheet, pick, rightAnswerTo } from './answers.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';

const verdict = /^(Strong|Not yet|Can’t tell yet)$/;
const heading = (page: Page) => page.getByRole('heading', { level: 2, name: verdict });

/** Answers the open question. Answers are wrong only for choices, where a wrong one is certain to be wrong. */
async function answer(page: Page, right: boolean): Promise<boolean> {
  const sheet = openSheet(page);
  const id = await itemIdOf(sheet);
  const known = await rightAnswerTo(id);
  const isWrong = !right && known.kind === 'options';
  if (isWrong) await pick(sheet, known.wrong.slice(0, 1));
  else await fillRight(sheet);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(
    heading(page)
      .or(page.locator(`article[id]:not([id="${id}"])`))
      .first(),
  ).toBeVisible();
  return isWrong;
}

test('an undecided test is continued, and its verdict is shown in the lesson and the track', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/test`);
  await expect(page.getByRole('heading', { name: 'How often this test is wrong' })).toBeVisible();
  const rates = page.getByRole('table', { name: 'Verdicts by how much somebody knows' });
  await expect(
    rates.getByRole('row', { name: /^knows nothing and guesses < 0\.3 % 100\.0 %/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Start the test' }).click();
  await expect(openSheet(page)).toBeVisible();
  let wrong = 0;
  for (let question = 0; question < 10 && !(await heading(page).isVisible()); question++) {
    if (await answer(page, wrong >= 2)) wrong += 1;
  }
  await expect(heading(page)).toHaveText('Can’t tell yet');
  await expect(page.getByText('8 of 10 answers were right')).toBeVisible();
  await expect(page.getByText(/About (one more question|\d+ more questions) would settle it/)).toBeVisible();
  await page.getByRole('button', { name: 'Answer more questions now' }).click();
  await expect(page.getByText('Question 1 of at most 10')).toBeVisible();
  for (let question = 0; question < 10 && !(await heading(page).isVisible()); question++) {
    await answer(page, true);
  }
  await expect(page.getByText(/^\d+ of (1[1-9]|20) answers were right/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Answer more questions now' })).toHaveCount(0);
  // With two wrong answers of twenty the verdict depends on the drawn questions: one run in thirty stays undecided.
  if ((await heading(page).textContent()) !== 'Strong') {
    await page.getByRole('button', { name: 'Take another test' }).click();
    await expect(openSheet(page)).toBeVisible();
    for (let question = 0; question < 10 && !(await heading(page).isVisible()); question++) {
      await answer(page, true);
    }
  }
  await expect(heading(page)).toHaveText('Strong');
  await expect(page.getByRole('link', { name: /^Next: / })).toBeVisible();

  await page.goto('/tracks/mlops');
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: /^Why reproducibility/ }) });
  await expect(row.getByText('Strong', { exact: true })).toBeVisible();
  await expect(row.getByText('Builds on')).toBeVisible();
});

test('a test that is not strong leads to a passage, then practice, then a day, the same on every page', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/test`);
  await page.getByRole('button', { name: 'Start the test' }).click();
  await expect(openSheet(page)).toBeVisible();
  for (let question = 0; question < 10 && !(await heading(page).isVisible()); question++) {
    await answer(page, false);
  }
  const result = page.getByRole('region', { name: verdict });
  await expect(result.getByText('worth another look').first()).toBeVisible();
  const steps = result.getByRole('region', { name: 'Next' }).getByRole('listitem');
  await expect(steps).toHaveText([
    /This passage teaches what your test found weak\. Read it, then practise exactly that\.$/,
    / has (one question|\d+ questions) about what was missed\. Answer (it|them), then test again\.$/,
    /^What was weak is due for review tomorrow\.$/,
    /^From [A-Z]\w+day \(in 2 days\) another test can show what has stayed\..* 2 of 3 left today\.$/,
  ]);
  const next = page.getByRole('main').getByRole('link', { name: /^Next: / });
  const words = await next.first().innerText();
  for (const path of ['/today', '/tracks/mlops']) {
    await page.goto(path);
    await expect(next.first(), path).toHaveText(words);
  }
  await page.goto(lesson);
  // The end of the introduction leads to no passage of the introduction itself.
  if (words.endsWith('(Introduction)')) await expect(next.first()).not.toHaveText(words);
  else await expect(next.first()).toHaveText(words);
  await page.goto(`${lesson}/test`);
  const passage = steps.getByRole('link').first();
  const address = new URL(await passage.evaluate((link: HTMLAnchorElement) => link.href));
  await passage.click();
  await expect(page).toHaveURL(address.href);
  await expect(page.locator(`[id="${address.hash.slice(1)}"]`)).toBeInViewport();
});
