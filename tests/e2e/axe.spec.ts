import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const lesson = '/tracks/mlops/reproducibility';
const finished = '/tracks/mlops/random-seeds';
const activities = [
  '',
  '/why',
  '/deep',
  '/visualize',
  '/try',
  '/challenge',
  '/project',
  '/review',
  '/scale',
  '/practice',
  '/test',
].map((activity) => lesson + activity);
const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };
/** Each page is loaded once and looked at in these; what is drawn depends on the size, colours on the theme as well. */
const looks = [
  { size: desk, colorScheme: 'light' },
  { size: desk, colorScheme: 'dark' },
  { size: phone, colorScheme: 'dark' },
  { size: phone, colorScheme: 'light' },
] as const;

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

/** A page of a new visitor; with a name, of that person of the demo school. */
async function visitor(browser: Browser, name?: string): Promise<Page> {
  // Colours that are still on their way to their place would be measured half-way.
  const page = await browser.newPage({ reducedMotion: 'reduce', viewport: desk });
  if (!name) return page;
  await page.goto('/signin');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('link', { name: `${name}, your profile` })).toBeVisible();
  return page;
}

/** What axe finds on the page as it stands, in each look; also whether the page is wider than the screen. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  const place = new URL(page.url()).pathname;
  for (const { size, colorScheme } of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const where = `${place} at ${size.width}, ${colorScheme}`;
    for (const { id, help, nodes } of violations) {
      const shown = nodes.slice(0, 3).map(({ target, html }) => `  ${target.join(' ')}  ${html.slice(0, 160)}`);
      found.push([`${where}: ${id}, ${help} (${nodes.length})`, ...shown].join('\n'));
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) found.push(`${where}: ${over} px wider than the screen`);
  }
  return found;
}

async function faultsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await open(page, path);
    found.push(...(await faults(page)));
  }
  return found;
}

/** What belongs to the visitor streams in after the rest. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

test('what a stranger sees: doors, catalogue and handbook', async ({ browser }) => {
  const page = await visitor(browser);
  const paths = ['/', '/signin', '/signup', '/join', '/tracks/mlops', '/today', '/teach', '/no-such-page'];
  const help = ['/help', '/help/student/the-test', '/help/author/questions', '/help/operator/configuration'];
  expect(await faultsOf(page, [...paths, ...help])).toEqual([]);
  await page.context().close();
});

test('the lesson as a stranger sees it', async ({ browser }) => {
  const page = await visitor(browser);
  expect(await faultsOf(page, activities)).toEqual([]);
  await page.context().close();
});

test('the lesson as a student sees it', async ({ browser }) => {
  const page = await visitor(browser, 'Ada Lindqvist');
  expect(await faultsOf(page, activities)).toEqual([]);
  await page.context().close();
});

test('the places of a student, and what a finished lesson looks like', async ({ browser }) => {
  const page = await visitor(browser, 'Ada Lindqvist');
  const places = ['/', '/today', '/badges', '/leaderboard', '/profile', '/tracks/mlops', '/no-such-page'];
  const results = ['/try', '/challenge', '/test'].map((activity) => finished + activity);
  expect(await faultsOf(page, [...places, ...results])).toEqual([]);
  await page.context().close();
});

test('the places of somebody who has done nothing yet', async ({ browser }) => {
  const page = await visitor(browser, 'Noor Haddad');
  expect(await faultsOf(page, ['/', '/today', '/badges', '/leaderboard', '/profile'])).toEqual([]);
  await page.context().close();
});

test('the places of a teacher', async ({ browser }) => {
  const page = await visitor(browser, 'Thandiwe Mokoena');
  await open(page, '/teach');
  const classroom = await page.locator('main a[href^="/teach/"]').first().getAttribute('href');
  await open(page, `${classroom}`);
  const student = await page.locator('main a[href*="/students/"]').first().getAttribute('href');
  expect(await faultsOf(page, ['/teach', `${classroom}`, `${student}`, lesson])).toEqual([]);
  await page.context().close();
});

test('a question unanswered, wrong and right', async ({ browser }) => {
  const page = await visitor(browser, 'Noor Haddad');
  await open(page, `${lesson}/practice`);
  const right = page.locator('article').filter({ hasText: /^.*Right\b/ });
  const wrong = page.locator('article').filter({ hasText: 'Not right' });
  for (const item of await page.locator('article:has(input[type=radio])').all()) {
    if ((await right.count()) > 0 && (await wrong.count()) > 0) break;
    await answer(item.page(), item);
  }
  expect(await right.count(), 'some are right').toBeGreaterThan(0);
  expect(await wrong.count(), 'some are wrong').toBeGreaterThan(0);
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});
