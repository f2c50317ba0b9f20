import { expect, type Locator, type Page } from '@playwright/test';
import {
  blocksOf,
  itemIdOf,
  openSheet,
  optionsOf,
  pick,
  positionOf,
  rightAnswerTo,
  sheetOf,
  sortByButtons,
  tokenOf,
} from './answers.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';

const width = 360;
const height = 740;

test.use({ viewport: { width, height }, hasTouch: true, isMobile: true });
/** Expects an element to be completely on the screen without scrolling. */
async function expectInReach(wanted: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const box = await wanted.boundingBox();
      return box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    }, `${wanted} is within the screen`)
    .toBe(true);
}

async function expectNoOverflow(page: Page): Promise<void> {
  await expect
    .poll(
      () => page.evaluate(() => document.scrollingElement?.scrollWidth),
      `${page.url()} is no wider than the screen`,
    )
    .toBeLessThanOrEqual(width);
}

const checkOf = (sheet: Locator): Locator => sheet.getByRole('button', { name: 'Check', exact: true });

test('the menu opens and its links work', async ({ page, browser }) => {
  await signUp(page, browser);
  const menu = page.getByRole('navigation', { name: 'Main' });
  await expect(menu).toHaveCount(0);
  await page.getByRole('button', { name: 'Menu' }).tap();
  await expect(menu.getByRole('link')).toHaveText(['Lessons', 'Today', 'Badges', 'Leaderboard', 'Help']);
  await menu.getByRole('link', { name: 'Today' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(menu).toHaveCount(0);
});

test('blanks are filled by tapping tokens, with Check in reach all the time', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/try`);
  const sheet = sheetOf(page, 'repro-try-hash');
  const right = await rightAnswerTo(await itemIdOf(sheet));
  if (right.kind !== 'blanks') throw new Error('These are no blanks');
  await sheet.getByRole('button', { name: 'Blank 1: empty' }).tap();
  await expectInReach(checkOf(sheet));
  for (const [at, token] of right.tokens.entries()) {
    await tokenOf(sheet, token).tap();
    await expect(sheet.getByRole('button', { name: `Blank ${at + 1}: ${token}`, exact: true })).toBeVisible();
    await expectInReach(checkOf(sheet));
  }
  await checkOf(sheet).tap();
  const outcome = sheet.getByRole('status').filter({ hasText: /^Right/ });
  await expect(outcome).toBeInViewport();
  await expectNoOverflow(page);
});

test('what is said of the chosen option is in sight after Check', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/practice`);
  const sheet = sheetOf(page, 'repro-prints-two');
  const right = await rightAnswerTo('repro-prints-two');
  if (right.kind !== 'options') throw new Error('These are no options');
  await pick(sheet, right.wrong.slice(0, 1));
  const chosen = sheet.locator('.option:has(:checked)');
  // The option is just above the bar with Check, and its feedback would be below it.
  await chosen.evaluate((option) => scrollBy(0, option.getBoundingClientRect().bottom - innerHeight + 180));
  await checkOf(sheet).tap();
  const said = sheet.getByText('Not right');
  await expect(said).toBeVisible();
  const bar = sheet.locator('.check-bar');
  await expect
    .poll(async () => ((await said.boundingBox())?.y ?? height) + 24 < ((await bar.boundingBox())?.y ?? 0))
    .toBe(true);
});

test('steps are moved by a finger and by buttons', async ({ page, browser }) => {
  await signUp(page, browser, '/tracks/mlops/random-seeds/practice');
  const sheet = sheetOf(page, 'seeds-practice-find-cause');
  const right = await rightAnswerTo(await itemIdOf(sheet));
  if (right.kind !== 'order') throw new Error('This is no order');
  const blocks = blocksOf(sheet);
  await expect(blocks).toHaveCount(right.steps.length);

  const [first = ''] = right.steps;
  const from = await positionOf(blocks, first);
  const to = from === 0 ? 1 : 0;
  await drag(page, blocks.nth(from).getByRole('button', { name: /^Move / }), blocks.nth(to));
  await expect.poll(() => positionOf(blocks, first)).toBe(to);
  await expectInReach(checkOf(sheet));

  await sortByButtons(sheet, right.steps, async (button) => {
    await button.tap();
    await expectInReach(checkOf(sheet));
  });
  await checkOf(sheet).tap();
  await expect(sheet.getByRole('status').filter({ hasText: /^Right/ })).toBeInViewport();
});

/** Drags with a finger from the middle of one element to the edge of another. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  await from.scrollIntoViewIfNeeded();
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (!start || !end) throw new Error('There is nothing to drag');
  const x = start.x + start.width / 2;
  const fromY = start.y + start.height / 2;
  const toY = end.y < start.y ? end.y + 4 : end.y + end.height - 4;
  const finger = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000;
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number | null, after: number) => {
    timestamp += after;
    const touchPoints = y === null ? [] : [{ x, y }];
    await finger.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
  };
  await send('touchStart', fromY, 0);
  for (let part = 1; part <= 8; part++) await send('touchMove', fromY + ((toY - fromY) * part) / 8, 0.05);
  // The finger rests before it is lifted, so that there is no fling: the browser ignores the tap that stops a fling.
  for (let rest = 0; rest < 3; rest++) await send('touchMove', toY, 0.2);
  await send('touchEnd', null, 0.2);
  await finger.detach();
}

test('in a challenge Check and the clock stay in reach', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/challenge`);
  await page.getByRole('button', { name: 'Start with problem 1' }).tap();
  const sheet = openSheet(page);
  for (const at of [0, 3]) {
    await optionsOf(sheet).nth(at).tap();
    await expectInReach(checkOf(sheet));
    await expectInReach(page.getByRole('timer', { name: 'Time left' }));
  }
  await expectNoOverflow(page);
});

test('code scrolls in a box of its own', async ({ page }) => {
  await page.goto(lesson);
  // Questions that are drawn at the foot of the page may show the command, too.
  const code = page.locator('pre').filter({ hasText: 'git rev-parse HEAD' }).first();
  await code.scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      code.evaluate((pre) => {
        const boxes = [pre, pre.parentElement, ...pre.children];
        const box = boxes.find((one) => one && one.scrollWidth > one.clientWidth + 20 && one.clientWidth > 0);
        if (!box) return 0;
        box.scrollLeft = 60;
        return box.scrollLeft;
      }),
    )
    .toBe(60);
  await expectNoOverflow(page);
});

const everyone = [
  '/',
  '/tracks/mlops',
  '/signin',
  '/signup',
  '/join',
  '/help',
  '/help/student',
  '/no-such-page',
];
const own = ['/today', '/badges', '/leaderboard', '/profile', '/progress', '/notes'];

// Pages of students and teachers are measured at this width by axe.spec.ts, which opens each of them.
test('no page of a visitor who is not signed in is wider than the screen', async ({ page }) => {
  for (const path of [...everyone, ...own]) {
    await page.goto(path);
    await expectNoOverflow(page);
  }
});
