import { expect, type Page } from '@playwright/test';
import { fillRight, itemIds, openSheet, sheetOf } from './answers.ts';
import { complaintsOf } from './complaints.ts';
import { classroom, lesson, signInAs, signUp, signUpByHand, teacher } from './people.ts';
import { rail, railLink } from './rail.ts';
import { test } from './school.ts';

const badge = 'ML Reproducibility Master';

async function answerRight(page: Page, itemId: string): Promise<void> {
  const sheet = sheetOf(page, itemId);
  await fillRight(sheet);
  await sheet.getByRole('button', { name: /^Check/ }).click();
  await expect(sheet.getByRole('status').filter({ hasText: /^Right/ })).toBeVisible();
}

async function answerChecks(page: Page, activity: string): Promise<void> {
  for (const id of await itemIds('reproducibility', activity)) await answerRight(page, id);
}

async function open(page: Page, title: string, link = railLink(page, title)): Promise<void> {
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('a student works through a whole lesson, and every page shows the progress', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const complaints = complaintsOf(page);
  const { name } = await signUpByHand(page, browser, lesson);

  await test.step('reads the introduction, the why and the deep dive', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Why reproducibility builds trust in ML',
    );
    await answerChecks(page, 'introduction');
    await open(page, 'Why');
    await answerChecks(page, 'why');
    await open(page, 'Deep dive');
    await page.getByText('It runs in Docker, so the environment is fixed.').click();
    await answerChecks(page, 'deep');
    await expect(railLink(page, 'Deep dive')).toHaveAccessibleName(/^Deep dive 4 of 4 done/);
  });

  await test.step('steps through the trace and answers about it', async () => {
    await open(page, 'Visualize');
    const said = page.getByRole('status').filter({ hasText: /^Step/ });
    await expect(said).toContainText('Step 1 of 25, line 1.');
    await page.getByRole('button', { name: 'Next step' }).click();
    await expect(said).toContainText('Step 2 of 25, line 3.');
    await page.getByRole('button', { name: 'Last step' }).click();
    await expect(said).toContainText('No runs are left. The loop ends.');
    await page.getByRole('button', { name: 'Go to step 7', exact: true }).click();
    await expect(said).toContainText('The draws are spent.');
    await expect(page.getByRole('table', { name: 'All steps' }).getByRole('row')).toHaveCount(26);
    for (const id of await itemIds('reproducibility', 'visualize')) await answerRight(page, id);
  });

  await test.step('fills the blanks', async () => {
    await open(page, 'Try');
    for (const id of await itemIds('reproducibility', 'try')) {
      await answerRight(page, id);
      await page.getByRole('link', { name: 'Continue' }).click();
    }
    await expect(page.getByRole('heading', { name: 'How it went' })).toBeFocused();
  });

  await test.step('earns the badge of the challenge', async () => {
    await open(page, 'Challenge');
    await page.getByRole('button', { name: 'Start with problem 1' }).click();
    for (const problem of [1, 2, 3, 4, 5]) {
      await expect(page.getByText(`Problem ${problem} of 5`, { exact: true })).toBeVisible();
      await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^[0-3]:[0-5]\d$/);
      await fillRight(openSheet(page));
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      if (problem < 5) await page.getByRole('button', { name: 'Next problem' }).click();
    }
    await expect(page.getByRole('heading', { name: '5 of 5 right' })).toBeVisible();
    await expect(page.getByText(`You have earned ${badge}, against the clock.`)).toBeVisible();
  });

  await test.step('does a step of the project', async () => {
    await open(page, 'Project');
    const step = sheetOf(page, 'repro-project-hash-data');
    await step.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(step.getByRole('status').filter({ hasText: /^Not yet/ })).toBeVisible();
    await answerRight(page, 'repro-project-hash-data');
    await expect(step.getByText('2 of 2 checks passed')).toBeVisible();
  });

  await test.step('turns a card and does a free recall', async () => {
    await open(page, 'Review');
    const card = sheetOf(page, 'repro-card-inputs');
    await expect(card.getByText('Code (commit), data (hash)')).toHaveCount(0);
    await card.getByRole('button', { name: 'Turn the card' }).click();
    await expect(card.getByText('Code (commit), data (hash)')).toBeVisible();
    await card.getByRole('button', { name: /^Good/ }).click();
    await expect(card.getByText('It counts when you go on')).toBeVisible();

    const recall = page.getByRole('article', { name: 'Recall' });
    await page.getByRole('navigation', { name: 'Questions' }).getByRole('link').last().click();
    await recall.getByRole('textbox').fill('The commit, the seeds and a hash of the data.');
    await recall.getByRole('button', { name: 'Compare' }).click();
    const ticks = recall.getByRole('checkbox');
    await expect(ticks).toHaveCount(6);
    await expect(recall.getByRole('checkbox', { name: /^The seeds/ })).toBeChecked();
    await recall.getByRole('checkbox', { name: /^The resulting scores/ }).check();
    const found = await recall.getByRole('checkbox', { checked: true }).count();
    await recall.getByRole('button', { name: 'Save the comparison' }).click();
    await expect(recall.getByText(`${found} of 6 remembered`)).toBeVisible();
  });

  await test.step('guesses what if', async () => {
    await open(page, 'Scale');
    const guess = page.getByRole('article', { name: 'What if' });
    await guess.getByRole('textbox', { name: 'Your guess' }).fill('Four times the hours.');
    await guess.getByRole('button', { name: 'Show the model answer' }).click();
    await expect(guess.getByText('so 20 seeds and 80 hours')).toBeVisible();
  });

  await test.step('practises', async () => {
    await open(page, 'Practice');
    await answerRight(page, 'repro-prints-two');
    const sheet = sheetOf(page, 'repro-prints-two');
    await sheet.getByText('Worked solution').click();
    await expect(sheet.getByText('Common mistake')).toBeVisible();
  });

  await test.step('takes the test and sees how sure the verdict is', async () => {
    await open(page, 'Test this concept', rail(page).getByRole('link', { name: 'Test me' }));
    await page.getByRole('button', { name: 'Start the test' }).click();
    for (let question = 1; question <= 10; question++) {
      await expect(page.getByText(`Question ${question} of 10`, { exact: true })).toBeVisible();
      await fillRight(openSheet(page));
      await page.getByRole('button', { name: 'Check', exact: true }).click();
    }
    await expect(page.getByText('10 of 10 answers were right')).toBeVisible();
    await expect(
      page.getByText(/You know at least (just over )?\d+ % and at most \d+ % of this/),
    ).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Look back', exact: true })).toBeVisible();
  });

  await test.step('finds badge, verdict, rank and points on the personal pages', async () => {
    await page.goto('/badges');
    const earned = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: badge }) });
    await expect(earned.getByText(/^Earned on .*, against the clock$/)).toBeVisible();

    await page.goto('/tracks/mlops');
    await expect(page.getByRole('listitem').getByText('Strong', { exact: true })).toBeVisible();

    await page.goto('/leaderboard');
    await page.getByRole('button', { name: 'Show me on the leaderboard' }).click();
    const mine = page.getByRole('table', { name: `Leaderboard of ${classroom}` }).getByRole('row', { name });
    await expect(mine).toContainText('(you)');
    await expect(page.getByText(`Your class sees you here as ${name}.`)).toBeVisible();

    await page.goto('/today');
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Streak: 1 day' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Points: [1-9]\d*$/ })).toBeVisible();

    await page.goto('/progress');
    await expect(page.getByRole('heading', { name: 'Strengths and doubts: MLOps' })).toBeVisible();
    await expect(
      page.getByText('Tested just now').or(page.getByText(/Tested \d minutes? ago/)),
    ).toBeVisible();
  });

  await test.step('the browser had nothing to complain about', () => expect(complaints).toEqual([]));

  await test.step('the teacher sees the progress', async () => {
    const points = ((await page.getByRole('button', { name: /^Points: / }).textContent()) ?? '').trim();
    const desk = await browser.newContext();
    const teaching = await desk.newPage();
    await signInAs(teaching, teacher, '/teach');
    await teaching.getByRole('link', { name: classroom }).click();
    const row = teaching
      .getByRole('table', { name: 'Students', exact: true })
      .getByRole('row')
      .filter({ hasText: name });
    await expect(row.getByText(/^just now|^\d minutes? ago/)).toBeVisible();
    await expect(row.getByRole('cell', { name: points, exact: true })).toBeVisible();
    await teaching
      .getByRole('table', { name: /students and lessons/ })
      .getByRole('link', { name })
      .click();
    await expect(teaching.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(teaching.getByText(badge)).toBeVisible();
    await expect(
      teaching.getByRole('table', { name: 'Last answers' }).getByText('Right').first(),
    ).toBeVisible();
    await desk.close();
  });
});

test('from the start to the badge of the first lesson seven clicks are enough, beside answers and their checks', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, '/', 'one');
  await page.getByRole('main').getByRole('link', { name: 'Start', exact: true }).click();
  await railLink(page, 'Challenge').click();
  await page.getByRole('button', { name: 'Start with problem 1' }).click();
  for (const problem of [1, 2, 3, 4, 5]) {
    await expect(page.getByText(`Problem ${problem} of 5`, { exact: true })).toBeVisible();
    await fillRight(openSheet(page));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    if (problem < 5) await page.getByRole('button', { name: 'Next problem' }).click();
  }
  await expect(page.getByText(/^You have earned /)).toBeVisible();
});

test('points, streak and progress in the rail are updated with the answer, without a reload', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/review`);
  await answerRight(page, 'repro-quick-teammate');
  await expect(page.getByRole('button', { name: /^Points: [1-9]/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Streak: 1 day' })).toBeVisible();
  await expect(railLink(page, 'Review')).toHaveAccessibleName(/^Review 1 of/);
});
