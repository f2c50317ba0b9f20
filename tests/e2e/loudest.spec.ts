import { expect, type Page } from '@playwright/test';
import { itemIds, pick, rightAnswerTo, sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { activityPaths, lesson, otherTeacher, signInAs, signUp, startActivity } from './people.ts';
import { test } from './school.ts';

test.describe.configure({ timeout: 180_000 });

const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];
const lessonPaths = activityPaths.map((activity) => lesson + activity);

/** The words of the loudest buttons on the screen: filled with the accent, and in sight. */
const loudest = (page: Page): Promise<string[]> =>
  page.locator('.button-primary').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const { top, bottom, width } = button.getBoundingClientRect();
      const isInSight = button.checkVisibility({ visibilityProperty: true }) && width > 0;
      const { backgroundColor, color } = getComputedStyle(button);
      // A quiet one has the colour of the text around it.
      const isFilled = backgroundColor !== color && color !== getComputedStyle(document.body).color;
      return isInSight && isFilled && top < innerHeight && bottom > 0
        ? [(button.textContent ?? '').trim()]
        : [];
    }),
  );

/** The table of loudest buttons, which the run prints at its end. */
const table: string[] = [];
test.afterAll(() => {
  console.log(`Loudest buttons\n${table.join('\n')}`);
  table.length = 0;
});

/** Expects at most one loudest button on the first screen of the page as it stands, on a desk and on a phone. */
async function expectOneLoudest(page: Page, state: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    const words = await loudest(page);
    expect.soft(words.length, `${state} at ${size.width}: ${words.join(', ')}`).toBeLessThanOrEqual(1);
    table.push(`${state} at ${size.width}: ${words.join(', ') || 'none'}`);
  }
}

async function expectOneLoudestOn(page: Page, who: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectOneLoudest(page, `${who} ${path}`);
  }
}

test('a guest sees one loudest button on every screen', async ({ page }) => {
  await expectOneLoudestOn(page, 'guest', [
    '/',
    '/signin',
    '/signup',
    '/join',
    '/search?q=seed',
    '/help',
    '/today',
    '/no-such-page',
    '/tracks/mlops',
    ...lessonPaths,
  ]);
});

test('a student sees one loudest button on every screen', async ({ page }) => {
  await signInAs(page, 'Ada Lindqvist');
  await expectOneLoudestOn(page, 'student', [
    '/',
    '/today',
    '/today/review',
    '/progress',
    '/badges',
    '/badges/seed-keeper',
    '/leaderboard',
    '/notes',
    '/profile',
    '/profile/privacy',
    '/search?q=seed',
    '/tracks/mlops',
    '/tracks/mlops/random-seeds',
    '/tracks/mlops/random-seeds/challenge',
    '/tracks/mlops/random-seeds/test',
    ...lessonPaths,
  ]);
});

test('at the foot of a text the way on is loud, until a question there is being answered', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  await signUp(page, browser, `${lesson}/why`, 'one');
  const end = page.getByRole('heading', { name: /^(What next|How it went)$/ });
  const sheet = page.locator('.item-set [data-current] article');
  await sheet.scrollIntoViewIfNeeded();
  await waitForForms(page);
  await end.locator('..').scrollIntoViewIfNeeded();
  await expect(sheet).toBeInViewport();
  expect(await loudest(page)).toHaveLength(1);
  expect(await loudest(page)).not.toContain('Check');
  const check = sheet.locator('.check-bar button.button-primary');
  await check.focus();
  // Colours change over a moment.
  await expect.poll(() => loudest(page)).toEqual([await check.textContent()]);
});

/** A wrong answer, a right one, a card that is turned and rated, and the end of a set. */
async function answersOneByOne(page: Page): Promise<void> {
  const [first = ''] = await itemIds('reproducibility', 'practice');
  await page.goto(`${lesson}/practice`);
  await waitForForms(page);
  const sheet = sheetOf(page, first);
  const known = await rightAnswerTo(first);
  if (known.kind !== 'options') throw new Error(`${first} is no choice`);
  for (const [state, chosen] of [
    ['a wrong answer', known.wrong.slice(0, 1)],
    ['a right answer', known.right],
  ] as const) {
    await pick(sheet, chosen);
    await sheet.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(
      sheet.getByRole('status').filter({ hasText: state === 'a right answer' ? /^Right/ : /^Not yet/ }),
    ).toBeVisible();
    await expectOneLoudest(page, state);
  }
  await page.goto(`${lesson}/practice#end`);
  await expectOneLoudest(page, 'the end of a set');

  const [card = ''] = await itemIds('reproducibility', 'review');
  await page.goto(`${lesson}/review`);
  await waitForForms(page);
  await sheetOf(page, card).getByRole('button', { name: 'Turn the card' }).click();
  await sheetOf(page, card).getByRole('button', { name: /^Good/ }).click();
  await expect(sheetOf(page, card).getByText('It counts when you go on')).toBeVisible();
  await expectOneLoudest(page, 'a rated card');
}

test('a new student sees one loudest button, also in an open challenge and test', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, '/', 'one');
  await expectOneLoudestOn(page, 'new student', ['/', '/today', '/badges', '/leaderboard', lesson]);
  await answersOneByOne(page);
  await page.goto(`${lesson}/challenge`);
  await startActivity(page, 'Start with problem 1');
  await expectOneLoudest(page, 'open challenge');
  await expectOneLoudestOn(page, 'with an open challenge', ['/', '/today', lesson]);
  await page.goto(`${lesson}/test`);
  await startActivity(page, 'Start the test');
  await expectOneLoudest(page, 'open test');
});

test('a teacher sees one loudest button on every screen', async ({ page }) => {
  await signInAs(page, otherTeacher, '/teach');
  const classroom = await page.locator('main a[href^="/teach/"]').first().getAttribute('href');
  await page.goto(`${classroom}`);
  const person = await page.locator('main a[href*="/students/"]').first().getAttribute('href');
  await expectOneLoudestOn(page, 'teacher', [
    '/',
    '/teach',
    '/teach/reports',
    `${classroom}`,
    `${person}`,
    lesson,
    `${lesson}/practice/sheet`,
  ]);
});
