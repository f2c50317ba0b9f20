import { type APIResponse, expect, type Page } from '@playwright/test';
import { lesson, retrying, signInAs, signUp, teacher } from './people.ts';
import { test } from './school.ts';

const unknownLessons = [
  '/tracks/mlops/no-such-lesson',
  '/tracks/mlops/no-such-lesson/try',
  `${lesson}/no-such-activity`,
  `${lesson}/introduction`,
  '/tracks/no-such-track',
  '/tracks/no-such-track/reproducibility',
];
const unknownHelp = ['/help/no-such-page', '/help/student/no-such-page', '/help/student/the-test/more'];
const others = [
  '/no-such-page',
  '/teach/reports/more',
  '/today/no-such-page',
  '/plain/mlops/reproducibility',
];

const get = (page: Page, path: string): Promise<APIResponse> =>
  page.request.get(path, { ...retrying, maxRedirects: 0 });

async function expectMissing(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const response = await get(page, path);
    expect.soft(response.status(), path).toBe(404);
    const html = await response.text();
    // In the markup, so that it is there without scripts.
    expect.soft(html, path).toMatch(/<html[^>]* lang="en"/);
    expect.soft(html, path).toMatch(/<h1[^>]*>Page not found<\/h1>/);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' }), path).toBeVisible();
  }
}

test('addresses of nothing answer 404 to a visitor', async ({ page }) => {
  await expectMissing(page, [...unknownLessons, ...unknownHelp, ...others]);
});

test('addresses of nothing, and pages of teachers, answer 404 to a student', async ({ page, browser }) => {
  await signUp(page, browser);
  const teaching = [
    '/teach',
    '/teach/no-such-class',
    '/teach/no-such-class/students/nobody',
    '/teach/reports',
  ];
  await expectMissing(page, [...unknownLessons, ...unknownHelp, ...others, ...teaching]);
});

test('addresses of nothing answer 404 to a teacher', async ({ page }) => {
  await signInAs(page, teacher, '/teach');
  await expectMissing(page, ['/teach/no-such-class', '/teach/no-such-class/students/nobody']);
  expect((await get(page, '/teach')).status()).toBe(200);
  expect((await get(page, '/teach/reports')).status()).toBe(200);
});

test('personal pages answer 401 to a visitor, and are the pages themselves after signing in', async ({
  page,
}) => {
  const personal = ['/today', '/today/review', '/badges', '/leaderboard', '/profile', '/teach'];
  for (const path of personal) expect.soft((await get(page, path)).status(), path).toBe(401);
  await signInAs(page, teacher, '/teach');
  for (const path of personal.filter((one) => one !== '/today/review'))
    expect.soft((await get(page, path)).status(), path).toBe(200);
});

test('texts, drafts and figures of nothing answer with an error', async ({ page }) => {
  expect((await get(page, '/texts/no-such-text')).status()).toBe(404);
  expect((await get(page, '/teach/no-such-class/gradebook.csv')).status()).toBe(404);
});
