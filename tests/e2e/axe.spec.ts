import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { itemIdOf, pick, rightAnswerTo, sheetOf, tokenOf } from './answers.ts';
import { activityPaths, lesson, signUp, startActivity } from './people.ts';
import { test } from './school.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const finished = '/tracks/mlops/random-seeds';
const activities = activityPaths.map((activity) => lesson + activity);
const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };
interface Display {
  readonly size: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors?: 'active';
}
/**
 * Each page or state is loaded once and scanned twice: wide and light, then narrow and dark; the next page the other way
 * round, so that what all pages share is scanned in all four combinations.
 */
const wideLight: readonly Display[] = [
  { size: desk, colorScheme: 'light' },
  { size: phone, colorScheme: 'dark' },
];
const wideDark: readonly Display[] = [
  { size: desk, colorScheme: 'dark' },
  { size: phone, colorScheme: 'light' },
];
const forced: readonly Display[] = [{ size: desk, colorScheme: 'dark', forcedColors: 'active' }];
const onPhone = [...wideLight, ...wideDark].filter(({ size }) => size === phone);

test.describe.configure({ timeout: 240_000 });

/** A page of a new visitor, or of the person of the demo school with this name. */
async function visitor(browser: Browser, name?: string): Promise<Page> {
  // Without reduced motion, axe would measure colours in the middle of a transition.
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: desk });
  const page = await context.newPage();
  if (!name) return page;
  await page.goto('/signin');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('button', { name: `${name}, your account` })).toBeVisible();
  return page;
}

/** Our pages have no frames, so axe's legacy mode, which scans the page only, is enough. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page })
    .setLegacyMode()
    // Lighthouse counts the size of targets, too, which axe leaves out unless it is asked.
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .withTags(tags);

/** Axe's findings on the current page in each display, and whether the page is wider than the screen. */
async function faults(page: Page, looks = wideLight): Promise<string[]> {
  const found: string[] = [];
  const place = new URL(page.url()).pathname;
  for (const { size, colorScheme, forcedColors = 'none' } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.evaluate(releaseStickyBars);
    const { violations } = await axe(page).analyze();
    const where = `${place} at ${size.width}, ${colorScheme}${forcedColors === 'active' ? ', forced colours' : ''}`;
    for (const { id, help, nodes } of violations) {
      const shown = nodes
        .slice(0, 3)
        .map(({ target, html }) => `  ${target.join(' ')}  ${html.slice(0, 160)}`);
      found.push([`${where}: ${id}, ${help} (${nodes.length})`, ...shown].join('\n'));
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) found.push(`${where}: ${over} px wider than the screen`);
    found.push(...(await smallInputs(page)).map((input) => `${where}: ${input} is smaller than 24 by 24`));
  }
  return found;
}

/** A sticky bar covers parts of other elements, and axe would measure only the visible rest of their size. */
function releaseStickyBars(): void {
  for (const element of document.querySelectorAll<HTMLElement>('body *'))
    if (getComputedStyle(element).position === 'sticky') element.style.position = 'static';
}

/** What is ticked or chosen has the size of a target itself; axe allows smaller ones with space around them. */
const smallInputs = (page: Page): Promise<string[]> =>
  page.locator('input:is([type=radio], [type=checkbox]):not([aria-hidden])').evaluateAll((inputs) =>
    inputs
      .filter((input) => {
        const { width, height } = input.getBoundingClientRect();
        return input.checkVisibility() && (width < 24 || height < 24);
      })
      .map((input) => input.outerHTML.slice(0, 100)),
  );

/** Loud buttons whose text the browser would hide behind the colour of the page, which it paints under text. */
const hiddenButtons = (page: Page): Promise<string[]> =>
  page.locator('.button-primary').evaluateAll((buttons) => {
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.forcedColorAdjust = 'none';
    probe.style.color = 'Canvas';
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    return buttons
      .filter((button) => {
        const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(button);
        return color === backgroundColor || (forcedColorAdjust !== 'none' && color === canvas);
      })
      .map((button) => button.outerHTML.slice(0, 160));
  });

async function faultsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [at, path] of paths.entries()) {
    await open(page, path);
    found.push(...(await faults(page, at % 2 === 0 ? wideLight : wideDark)));
  }
  return found;
}

/** Opens a page and waits for the streamed content of the visitor. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

test('sign-in, catalogue and handbook are accessible for a visitor who is not signed in', async ({
  browser,
}) => {
  const page = await visitor(browser);
  const paths = ['/', '/signin', '/signup', '/join', '/tracks/mlops', '/today', '/teach', '/no-such-page'];
  const help = ['/help', '/help/student/the-test', '/help/author/questions', '/help/operator/configuration'];
  expect(await faultsOf(page, [...paths, ...help])).toEqual([]);
  await page.context().close();
});

test('a lesson is accessible for a visitor who is not signed in', async ({ browser }) => {
  const page = await visitor(browser);
  // The pages differ from a student's only in links to sign-in instead of forms.
  const paths = ['', '/try', '/challenge', '/review', '/test'].map((activity) => lesson + activity);
  expect(await faultsOf(page, paths)).toEqual([]);
  await page.context().close();
});

test('a lesson is accessible for a student', async ({ browser }) => {
  const page = await visitor(browser, 'Ada Lindqvist');
  expect(await faultsOf(page, activities)).toEqual([]);
  await page.context().close();
});

test('the pages of a student and of a finished lesson are accessible', async ({ browser }) => {
  const page = await visitor(browser, 'Ada Lindqvist');
  const places = [
    '/',
    '/today',
    '/badges',
    '/leaderboard',
    '/profile',
    '/profile/privacy',
    '/progress',
    '/notes',
    '/tracks/mlops',
  ];
  const results = ['/try', '/challenge', '/test'].map((activity) => finished + activity);
  expect(await faultsOf(page, [...places, ...results])).toEqual([]);
  // The last page of them is the result of a test.
  expect(await faults(page, forced)).toEqual([]);
  expect(await hiddenButtons(page)).toEqual([]);
  await page.context().close();
});

test('the pages of a student without any answer are accessible', async ({ browser }) => {
  const page = await visitor(browser, 'Noor Haddad');
  expect(
    await faultsOf(page, ['/', '/today', '/badges', '/leaderboard', '/profile', '/progress', '/notes']),
  ).toEqual([]);
  await page.context().close();
});

test('the pages of a teacher are accessible', async ({ browser }) => {
  const page = await visitor(browser, 'Thandiwe Mokoena');
  await open(page, '/teach');
  const classroom = await page.locator('main a[href^="/teach/"]').first().getAttribute('href');
  await open(page, `${classroom}`);
  const student = await page.locator('main a[href*="/students/"]').first().getAttribute('href');
  expect(await faultsOf(page, ['/teach', `${classroom}`, `${student}`, lesson])).toEqual([]);
  await page.context().close();
});

test('unanswered, wrong and right questions with hints and solutions are accessible', async ({ browser }) => {
  const page = await visitor(browser, 'Noor Haddad');
  // As a list, so that one look sees them all; the pages of a student are looked at one question at a time.
  await page.addInitScript(() => localStorage.setItem('questions', 'list'));
  await open(page, `${lesson}/practice`);
  const answered = {
    right: page.getByText('Right', { exact: true }),
    wrong: page.getByText('Not right', { exact: true }),
  };
  const unanswered = page.locator('article[id]:has(input[type=radio]:enabled)');
  const [first, second] = await unanswered.evaluateAll((items) => items.map((item) => item.id));
  if ((await answered.right.count()) === 0) await check(sheetOf(page, `${first}`), 'right');
  if ((await answered.wrong.count()) === 0) await check(sheetOf(page, `${second}`), 'wrong');
  await expect(answered.right.first()).toBeVisible();
  await expect(answered.wrong.first()).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await open(page, `${lesson}/try`);
  const unfilled = await page.locator('article[id]:has([data-blank]:enabled)').first().getAttribute('id');
  const blanks = sheetOf(page, `${unfilled}`);
  await fillWrong(blanks);
  await blanks.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(blanks.locator(feedback)).not.toBeEmpty();
  await blanks.getByRole('button', { name: /^Show (another )?hint/ }).click();
  await expect(blanks.getByText('Hint 1')).toBeVisible();
  expect(await faults(page, [...wideDark, ...forced])).toEqual([]);
  expect(await hiddenButtons(page)).toEqual([]);
  await page.context().close();
});

test('an open challenge, an open test and the result of a test are accessible', async ({ browser }) => {
  const page = await visitor(browser);
  // A student of its own: a problem that another test had opened would be closed by its clock.
  await signUp(page, browser, `${lesson}/challenge`);
  await startActivity(page, 'Start with problem 1');
  expect(await faults(page)).toEqual([]);
  // Elsewhere the header leads back to it.
  await open(page, lesson);
  await page.getByRole('button', { name: 'Menu' }).click();
  expect(await faults(page, onPhone)).toEqual([]);

  await open(page, `${lesson}/test`);
  await startActivity(page, 'Start the test');
  expect(await faults(page, wideDark)).toEqual([]);
  const result = page.getByRole('heading', { name: /^(Strong|Not yet|Can’t tell yet)$/ });
  for (let questions = 0; questions < 10 && !(await result.isVisible()); questions++) {
    const place = page.getByText(/^Question \d+ of (at most )?\d+$/);
    const before = await place.textContent();
    await answerSomehow(page);
    await expect(result.or(place.filter({ hasNotText: `${before}` }))).toBeVisible();
  }
  await expect(result).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

const feedback = '[id$=-feedback]';

async function check(sheet: Locator, how: 'right' | 'wrong'): Promise<void> {
  const known = await rightAnswerTo(await itemIdOf(sheet));
  if (known.kind !== 'options') throw new Error('These items are choices');
  await pick(sheet, known[how].slice(0, 1));
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.locator(feedback)).not.toBeEmpty();
}

/** Submits any complete answer. */
async function answerSomehow(page: Page): Promise<void> {
  const item = page.locator('article[id]');
  const options = item.locator('input[type=radio], input[type=checkbox]');
  if ((await options.count()) > 0) await options.last().check();
  await fillBlanks(item);
  for (const field of await item.locator('input[type=text], textarea').all()) await field.fill('42');
  await item.getByRole('button', { name: 'Check', exact: true }).click();
}

/** Fills one blank with a wrong token: a random answer may be right, and then there is no hint to open. */
async function fillWrong(sheet: Locator): Promise<void> {
  const known = await rightAnswerTo(await itemIdOf(sheet));
  const [wrong] = known.kind === 'blanks' ? known.wrong : [];
  if (wrong === undefined) throw new Error('Every token of this bank fits somewhere');
  await tokenOf(sheet, wrong).click();
  await fillBlanks(sheet, sheet.locator('button[data-shortcut]').filter({ hasNotText: wrong }), 1);
}

/** Fills each blank with another token, because a token that is already used would only move. */
async function fillBlanks(
  item: Locator,
  tokens = item.locator('button[data-shortcut]'),
  filled = 0,
): Promise<void> {
  const blanks = (await item.locator('[data-blank]').count()) - filled;
  for (let blank = 0; blank < blanks; blank++) await tokens.nth(blank).click();
}
