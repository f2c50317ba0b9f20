import { expect, type Locator, type Page } from '@playwright/test';
import { fillRight, openSheet } from './answers.ts';
import { waitForHydration } from './hydrated.ts';
import { lesson, signInAs, signUp } from './people.ts';
import { test } from './school.ts';

/** A student with a history, of which much is due. */
const learner = 'Ada Lindqvist';
const button = 'Five minutes of review';

const heading = (page: Page, name: RegExp | string): Locator => page.getByRole('heading', { level: 1, name });

/** The number of questions in the review, from its heading. */
async function length(page: Page): Promise<number> {
  const words = (await heading(page, /^Question \d of \d$/).textContent()) ?? '';
  return Number(words.slice(-1));
}

/** Answers the open question right, a card with a good rating. */
async function answerRight(page: Page): Promise<void> {
  const sheet = openSheet(page);
  const turn = sheet.getByRole('button', { name: 'Turn the card' });
  const check = sheet.getByRole('button', { name: 'Check', exact: true });
  await expect(turn.or(check)).toBeVisible();
  if (await turn.isVisible()) {
    await turn.click();
    await sheet.getByRole('button', { name: /Good/ }).click();
    return;
  }
  await fillRight(sheet);
  await check.click();
  await expect(sheet.getByRole('status').getByText(/^Right/)).toBeVisible();
}

test('Today shows what is due now and in the next two weeks, and a review takes a few minutes', async ({
  page,
}) => {
  await signInAs(page, learner, '/today');
  await expect(page.getByText(/ (has|have) come due\./)).toBeVisible();
  await page.getByText('What is due, and when').click();
  const days = page.getByRole('figure').getByRole('listitem');
  await expect(days).toHaveCount(14);
  await expect(days.first()).toContainText(/^Today: [1-9]\d*/);

  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page).toHaveURL(/\/today\/review$/);
  await expect(heading(page, /^Question 1 of /)).toBeVisible();
  // Only a page with its scripts moves the focus.
  await waitForHydration(page);
  const of = await length(page);
  expect(of).toBeGreaterThanOrEqual(3);
  expect(of).toBeLessThanOrEqual(8);

  for (let at = 1; at <= of; at++) {
    await expect(heading(page, `Question ${at} of ${of}`)).toBeVisible();
    if (at > 1) await expect(heading(page, `Question ${at} of ${of}`)).toBeFocused();
    await answerRight(page);
    await page.getByRole('button', { name: at === of ? 'Finish' : 'Next question' }).click();
  }
  await expect(heading(page, 'Done for now')).toBeVisible();
  const back = page.getByRole('region', { name: 'Done for now' }).getByRole('listitem');
  await expect(back).toHaveCount(of);
  for (const line of await back.all())
    await expect(line).toContainText(/Right\. .*, due again (tomorrow|in \d+ days)\./);
});

test('a review continues after a reload, and skipped questions stay due', async ({ page }) => {
  await signInAs(page, 'Kenji Watanabe', '/today/review');
  await page.getByRole('button', { name: button }).click();
  await expect(heading(page, /^Question 1 of /)).toBeVisible();
  const of = await length(page);
  const asked = await openSheet(page).getAttribute('id');
  await page.reload();
  await expect(openSheet(page)).toHaveAttribute('id', asked ?? '');
  for (let at = 1; at < of; at++) {
    await page.getByRole('button', { name: /^Skip it for now/ }).click();
    await expect(heading(page, `Question ${at + 1} of ${of}`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Skip it for now and finish' }).click();
  await expect(heading(page, 'Done for now')).toBeVisible();
  await expect(page.getByText(/Skipped\. .*, due again today\./)).toHaveCount(of);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a review is started, answered and finished', async ({ page }) => {
    await signInAs(page, 'Priya Raghunathan', '/today');
    await page.getByText('What is due, and when').click();
    await expect(page.getByRole('figure').getByRole('listitem')).toHaveCount(14);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(heading(page, /^Question 1 of /)).toBeVisible();
    const of = await length(page);
    for (let at = 1; at <= of; at++) {
      await expect(heading(page, `Question ${at} of ${of}`)).toBeVisible();
      await page.getByRole('button', { name: /^(Skip it for now|Next question|Finish)/ }).click();
    }
    await expect(heading(page, 'Done for now')).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('neither page is wider than the screen', async ({ page }) => {
    await signInAs(page, 'Siobhán O’Rourke', '/today');
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await wider()).toBeLessThanOrEqual(0);
    await page.goto('/today/review');
    expect(await wider()).toBeLessThanOrEqual(0);
  });
});

test('a new student sees that nothing is due', async ({ page, browser }) => {
  await signUp(page, browser, '/today/review');
  await expect(heading(page, 'Nothing is due')).toBeVisible();
});

test('points, streak, badges and leaderboard can each be hidden and shown again', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, '/profile');
  const header = page.getByRole('banner');
  const hidden = page.getByRole('group', { name: 'Hide from me' });
  for (const label of ['Points', 'The streak', 'Badges', 'The leaderboard'])
    await hidden.getByLabel(label).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(header.getByRole('button', { name: /^Points:/ })).toHaveCount(0);
  await expect(header.getByRole('button', { name: /^Streak:/ })).toHaveCount(0);
  await expect(header.getByRole('link', { name: 'Badges' })).toHaveCount(0);
  await expect(header.getByRole('link', { name: 'Leaderboard' })).toHaveCount(0);

  await page.goto(`${lesson}/try`);
  await expect(page.locator('[data-shows=points]').first()).toBeHidden();
  for (const [path, title] of [
    ['/badges', 'Badges are hidden'],
    ['/leaderboard', 'The leaderboard is hidden'],
  ] as const) {
    await page.goto(path);
    await expect(heading(page, title)).toBeVisible();
  }
  await page.getByRole('link', { name: 'Change what you hide' }).click();
  await hidden.getByLabel('Points').uncheck();
  await hidden.getByLabel('Badges').uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(header.getByRole('button', { name: /^Points:/ })).toBeVisible();
  await expect(header.getByRole('link', { name: 'Badges' })).toBeVisible();
  await expect(header.getByRole('link', { name: 'Leaderboard' })).toHaveCount(0);
});
