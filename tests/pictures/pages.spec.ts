import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { openSheet, pick, rightAnswerTo } from '#tests/e2e/answers.ts';
import { waitForForms, waitForHydration } from '#tests/e2e/hydrated.ts';
import { activityPaths, lesson, otherTeacher, signInAs, signUp } from '#tests/e2e/people.ts';
import { test } from '#tests/e2e/school.ts';
import { take, takePage, takePrint } from './take.ts';

/** A student with a history, whose tests ended in each of the verdicts. */
const learner = 'Ada Lindqvist';
const nameOf = (path: string) => path.replace(/^\/(tracks\/)?/, '').replace(/\W+/g, '-') || 'home';

async function takePages(page: Page, who: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await takePage(page, path, `${who}-${nameOf(path)}`);
}

test('guest: pages', async ({ page }) => {
  await takePages(page, 'guest', [
    '/signin',
    '/signup',
    '/join',
    '/today',
    '/tracks/mlops',
    '/search',
    '/search?q=seed',
    '/search?q=zyxwv',
    '/help',
    '/help/student/the-test',
    '/help/author/questions',
    '/no-such-page',
    lesson,
    `${lesson}/challenge`,
    `${lesson}/project`,
    `${lesson}/test`,
  ]);
});

test('guest: first question', async ({ page }) => {
  await takePage(page, '/', 'guest-home');
  const sheet = openSheet(page);
  const known = await rightAnswerTo((await sheet.getAttribute('id')) ?? '');
  if (known.kind === 'options') await pick(sheet, known.right);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What one answer says' })).toBeVisible();
  await take(page, 'guest-home-answered');
  await takePage(page, '/signin', 'guest-signin-answered');
});

test('guest: refused form', async ({ page }) => {
  await page.goto('/signin');
  await waitForForms(page);
  await page.getByLabel('User name or e-mail').fill('nobody');
  await page.getByLabel('Password', { exact: true }).fill(randomUUID());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  await take(page, 'guest-signin-refused');
});

test('first day: pages', async ({ page, browser }) => {
  await signUp(page, browser, '/', 'one');
  await takePages(page, 'first-day', [
    '/today',
    '/today/review',
    '/tracks/mlops',
    '/badges',
    '/leaderboard',
    '/progress',
    '/notes',
    '/profile',
    '/teach',
    ...activityPaths.map((activity) => lesson + activity),
  ]);
});

test('student: pages', async ({ page }) => {
  await signInAs(page, learner);
  await takePages(page, 'student', [
    '/',
    '/today',
    '/tracks/mlops',
    '/badges',
    '/leaderboard',
    '/progress',
    '/profile',
    '/profile/privacy',
    ...activityPaths.map((activity) => lesson + activity),
    ...['', '/try', '/challenge', '/test'].map((activity) => `/tracks/mlops/random-seeds${activity}`),
  ]);
});

test('student: leaderboard', async ({ page }) => {
  await signInAs(page, learner, '/leaderboard');
  await page.getByRole('link', { name: 'All time' }).click();
  await expect(page).toHaveURL(/span=/);
  await take(page, 'student-leaderboard-all-time');
});

test('student: header and palette', async ({ page }) => {
  await signInAs(page, learner, '/today');
  await waitForHydration(page);
  await page.getByRole('button', { name: `${learner}, your account` }).click();
  await take(page, 'student-menu', page.locator('header').first());
  await page.keyboard.press('Escape');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  const options = page.getByRole('dialog').getByRole('option');
  await expect(options.first()).toBeVisible();
  await take(page, 'student-palette-empty', page.locator('body'));
  await page.keyboard.type('seed');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/results/);
  await take(page, 'student-palette', page.locator('body'));
});

test('student: badge pages', async ({ page }) => {
  await signInAs(page, learner);
  for (const [state, region] of [
    ['earned', /^Earned/],
    ['locked', /^(?!Earned)/],
  ] as const) {
    await page.goto('/badges');
    const badges = page.getByRole('region', { name: region }).getByRole('heading', { level: 3 });
    await badges.getByRole('link').first().click();
    await page.waitForURL(/\/badges\/./);
    await take(page, `student-badge-${state}`);
    if (state === 'locked') break;
    await page.reload();
    await waitForForms(page);
    await page.getByLabel('Name on the page').fill('A. L.');
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = page.getByRole('link', { name: /\/badges\/shared\// });
    await expect(link).toBeVisible();
    await take(page, 'student-badge-with-link');
    await takePage(page, (await link.getAttribute('href')) ?? '', 'student-badge-shared');
  }
});

test('student: notes', async ({ page }) => {
  await signInAs(page, 'Priya Raghunathan', '/notes?lesson=reproducibility&activity=deep');
  await waitForForms(page);
  await take(page, 'student-note-form');
  await page.getByLabel('Passage').selectOption('Build-up');
  await page.getByLabel('Note to self').fill('Ask the ops team which base image they pin, and since when.');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await takePage(page, '/notes', 'student-notes');
  await page.goto(`${lesson}/deep`);
  await take(page, 'student-note-beside', page.getByRole('heading', { name: 'Build-up', exact: true }));
});

test.describe(() => {
  test.use({ serviceWorkers: 'allow' });

  test('student: offline page', async ({ page, browser, context }) => {
    test.setTimeout(120_000);
    await signUp(page, browser, '/today');
    await expect(async () => {
      await page.mouse.move(200, 200);
      await page.mouse.move(300, 300);
      const active = await page.evaluate(
        async () => (await navigator.serviceWorker.getRegistration())?.active,
      );
      expect(active).toBeTruthy();
    }).toPass();
    await context.setOffline(true);
    await page.goto('/leaderboard');
    await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
    await take(page, 'offline');
  });
});

test('teacher: pages', async ({ page }) => {
  await signInAs(page, otherTeacher, '/teach');
  await take(page, 'teacher-teach');
  const classroom = `${await page.locator('main a[href^="/teach/"]').first().getAttribute('href')}`;
  await takePage(page, classroom, 'teacher-class');
  const person = await page.locator('main a[href*="/students/"]').first().getAttribute('href');
  await takePage(page, `${person}`, 'teacher-student');
  await takePages(page, 'teacher', ['/teach/reports', '/', `${lesson}/practice/sheet?answers=1`]);
  await print(page, 'teacher', [
    classroom,
    `${lesson}/practice/sheet`,
    `${lesson}/practice/sheet?answers=1`,
    `${lesson}/challenge/sheet?answers=1`,
  ]);
});

test('student: printed', async ({ page }) => {
  await signInAs(page, learner);
  const activities = activityPaths.map((activity) => lesson + activity);
  await print(page, 'student', ['/badges/seed-keeper', '/progress', '/notes', ...activities]);
});

async function print(page: Page, who: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await takePrint(page, path, `${who}-${nameOf(path)}`);
}
