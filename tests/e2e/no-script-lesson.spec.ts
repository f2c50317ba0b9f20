import { expect, type Locator, type Page } from '@playwright/test';
import { fillRightPlainly, itemIds, openSheet, sheetOf } from './answers.ts';
import { lesson, signUp } from './people.ts';
import { rail, railLink } from './rail.ts';
import { test } from './school.ts';

test.use({ javaScriptEnabled: false });

const right = (sheet: Locator): Locator => sheet.getByRole('status').filter({ hasText: /^Right/ });

/** The address without the question at which a page opens after its form was posted. */
const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Follows the rail's link and expects the address that a browser with scripts has, too. */
async function open(page: Page, title: string, path: string): Promise<void> {
  const isTest = path.endsWith('/test');
  await (isTest ? rail(page).getByRole('link', { name: 'Test me' }) : railLink(page, title)).click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function answerRight(page: Page, itemId: string): Promise<void> {
  const sheet = sheetOf(page, itemId);
  await fillRightPlainly(sheet);
  await sheet.getByRole('button', { name: /^Check/ }).click();
  await expect(right(sheet)).toBeVisible();
}

async function answerAll(page: Page, activity: string): Promise<void> {
  for (const id of await itemIds('reproducibility', activity)) await answerRight(page, id);
}

test('a whole lesson is worked through without scripts at the ordinary addresses', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await signUp(page, browser, lesson);
  await expect(page).toHaveURL(lesson);

  await test.step('reads the introduction, the why and the deep dive', async () => {
    await answerAll(page, 'introduction');
    await open(page, 'Why', `${lesson}/why`);
    await answerAll(page, 'why');
    await open(page, 'Deep dive', `${lesson}/deep`);
    await answerAll(page, 'deep');
    await expect(railLink(page, 'Deep dive')).toHaveAccessibleName(/^Deep dive 4 of 4 done/);
  });

  await test.step('reads the trace as a table and answers about it', async () => {
    await open(page, 'Visualize', `${lesson}/visualize`);
    await expect(page.getByRole('table', { name: 'All steps' }).getByRole('row')).toHaveCount(26);
    await answerAll(page, 'visualize');
    expect(pathOf(page)).toBe(`${lesson}/visualize`);
  });

  await test.step('fills the blanks', async () => {
    await open(page, 'Try', `${lesson}/try`);
    await answerAll(page, 'try');
  });

  await test.step('takes the challenge', async () => {
    await open(page, 'Challenge', `${lesson}/challenge`);
    await page.getByRole('button', { name: 'Start with problem 1' }).click();
    for (const problem of [1, 2, 3, 4, 5]) {
      await expect(page.getByText(`Problem ${problem} of 5`, { exact: true })).toBeVisible();
      await fillRightPlainly(openSheet(page));
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      if (problem < 5) await page.getByRole('button', { name: 'Next problem' }).click();
    }
    await expect(page.getByRole('heading', { name: '5 of 5 right' })).toBeVisible();
    expect(pathOf(page)).toBe(`${lesson}/challenge`);
  });

  await test.step('does a step of the project', async () => {
    await open(page, 'Project', `${lesson}/project`);
    await answerRight(page, 'repro-project-hash-data');
    await expect(sheetOf(page, 'repro-project-hash-data').getByText('2 of 2 checks passed')).toBeVisible();
  });

  await test.step('turns a card and does a free recall', async () => {
    await open(page, 'Review', `${lesson}/review`);
    const card = sheetOf(page, 'repro-card-inputs');
    await card.getByRole('button', { name: 'Turn the card' }).click();
    await expect(card.getByText('Code (commit), data (hash)')).toBeVisible();
    await card.getByRole('button', { name: /^Good/ }).click();
    await expect(card.getByRole('status').filter({ hasText: 'Noted' })).toBeVisible();
    const recall = page.getByRole('article', { name: 'Recall' });
    await recall.getByRole('textbox').fill('The commit, the seeds and a hash of the data.');
    await recall.getByRole('button', { name: 'Compare' }).click();
    await expect(recall.getByRole('checkbox')).toHaveCount(6);
    await recall.getByRole('checkbox', { name: /^The resulting scores/ }).check();
    const found = await recall.getByRole('checkbox', { checked: true }).count();
    await recall.getByRole('button', { name: 'Save the comparison' }).click();
    await expect(recall.getByText(`${found} of 6 remembered`)).toBeVisible();
  });

  await test.step('guesses what if, and practises', async () => {
    await open(page, 'Scale', `${lesson}/scale`);
    const guess = page.getByRole('article', { name: 'What if' });
    await guess.getByRole('textbox', { name: 'Your guess' }).fill('Four times the hours.');
    await guess.getByRole('button', { name: 'Show the model answer' }).click();
    await expect(guess.getByText('so 20 seeds and 80 hours')).toBeVisible();
    await open(page, 'Practice', `${lesson}/practice`);
    await answerRight(page, 'repro-prints-two');
  });

  await test.step('takes the test and reads the verdict', async () => {
    await open(page, 'Test this concept', `${lesson}/test`);
    await page.getByRole('button', { name: 'Start the test' }).click();
    for (let question = 1; question <= 10; question++) {
      await expect(page.getByText(`Question ${question} of 10`, { exact: true })).toBeVisible();
      await fillRightPlainly(openSheet(page));
      await page.getByRole('button', { name: 'Check', exact: true }).click();
    }
    await expect(page.getByText('10 of 10 answers were right')).toBeVisible();
    expect(pathOf(page)).toBe(`${lesson}/test`);
  });
});
