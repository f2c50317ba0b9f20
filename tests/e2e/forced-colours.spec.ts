import { expect, type Page } from '@playwright/test';
import { unseenInForcedColours } from './forced-colours.ts';
import { activityPaths, lesson, signInAs } from './people.ts';
import { test } from './school.ts';

test.use({ colorScheme: 'dark', reducedMotion: 'reduce' });
test.describe.configure({ timeout: 180_000 });

const finished = ['', '/try', '/challenge', '/test'].map(
  (activity) => `/tracks/mlops/random-seeds${activity}`,
);
const pages = [
  ...['/', '/today', '/today/review', '/progress', '/notes', '/leaderboard', '/profile', '/profile/privacy'],
  ...[
    '/badges',
    '/badges/seed-keeper',
    '/badges/pin-master',
    '/search?q=seed',
    '/tracks/mlops',
    '/no-such-page',
  ],
  ...finished,
  ...activityPaths.map((activity) => lesson + activity),
];

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1').first()).toBeAttached();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

test('in forced colours everything on the pages of a student can be seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await signInAs(page, 'Ada Lindqvist');
  const found: string[] = [];
  for (const path of pages) {
    await open(page, path);
    found.push(...(await unseenInForcedColours(page)).map((fault) => `${path}: ${fault}`));
  }
  expect(found).toEqual([]);
});

test('what cannot be seen in forced colours is found', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setContent(`
    <button class="planted" style="forced-color-adjust: none; color: white; background: white">Check</button>
    <svg width="9" height="9"><rect class="planted" width="9" height="9" fill="#123456" /></svg>
    <p>Plain text</p>
    <svg width="9" height="9"><rect width="9" height="9" fill="CanvasText" /></svg>`);
  const found = await unseenInForcedColours(page);
  expect(found).toHaveLength(2);
  expect(found.every((fault) => fault.includes('planted'))).toBe(true);
});
