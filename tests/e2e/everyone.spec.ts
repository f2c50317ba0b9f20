import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { fillRightPlainly, sheetOf } from './answers.ts';
import { complaintsOf } from './complaints.ts';
import { waitForHydration } from './hydrated.ts';
import { activityPaths, classroom, lesson, teacher as ownTeacher, signInAs, signUp } from './people.ts';
import { test } from './school.ts';

const lessonPages = activityPaths.map((activity) => lesson + activity);
/** One of its answers is a long formula. */
const sheet = `${lesson}/practice/sheet?answers=1`;
const finished = ['/try', '/challenge', '/test'].map((activity) => `/tracks/mlops/random-seeds${activity}`);
const shared = ['/', '/search?q=seed', '/leaderboard', '/profile', '/today', '/tracks/mlops'];
const ofNewcomers = ['/', '/today', '/today/review', '/badges', '/progress', '/notes', `${lesson}/review`];
const ofStudents = [
  '/today/review',
  '/badges',
  '/badges/seed-keeper',
  '/progress',
  '/notes',
  '/profile/privacy',
  ...finished,
];
/** The pages of the handbook, without its records of decisions. */
const guides = readdirSync(join(import.meta.dirname, '../../content/handbook'), { recursive: true })
  .map((file) => /^(?!decisions)(.*)\.mdx$/.exec(String(file))?.[1])
  .flatMap((name) => (name === undefined ? [] : `/help/${name}`.replace(/\/index$/, '')));
const ofVisitors = ['/', '/signin', '/signup', '/join', ...guides, ...lessonPages];

test.describe.configure({ timeout: 240_000 });

async function narrowPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 320, height: 700 },
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** The pages that are wider than the screen, with text of twice its size, and what the browser reports of them. */
async function tooWide(page: Page, paths: readonly string[]): Promise<string[]> {
  const found = complaintsOf(page);
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator('h1').first()).toBeAttached();
    await page.waitForLoadState('networkidle');
    const over = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 200% !important }');
      document.adoptedStyleSheets = [sheet];
      const { scrollWidth } = document.documentElement;
      const widest = [...document.querySelectorAll('body *')].find(
        (element) => element.checkVisibility() && element.getBoundingClientRect().right >= scrollWidth - 1,
      );
      return { px: scrollWidth - innerWidth, html: widest?.outerHTML.slice(0, 120) };
    });
    if (over.px > 0) found.push(`${path}: ${over.px} px, ${over.html}`);
  }
  return found;
}

test('with text of twice its size no page scrolls sideways on 320 px', async ({ browser }) => {
  const ofVisitor = async (): Promise<string[]> => {
    const visitor = await narrowPage(browser);
    const found = await tooWide(visitor, ofVisitors);
    await visitor.context().close();
    return found;
  };
  const ofStudent = async (): Promise<string[]> => {
    const student = await narrowPage(browser);
    await signInAs(student, 'Ada Lindqvist');
    const found = await tooWide(student, [...shared, ...ofStudents]);
    await student.context().close();
    return found;
  };
  const ofNewcomer = async (): Promise<string[]> => {
    const newcomer = await narrowPage(browser);
    await signUp(newcomer, browser, '/', 'one');
    const found = await tooWide(newcomer, ofNewcomers);
    await newcomer.context().close();
    return found;
  };
  const ofTeacher = async (): Promise<string[]> => {
    const teacher = await narrowPage(browser);
    await signInAs(teacher, 'Thandiwe Mokoena');
    await teacher.goto('/teach');
    const classroom = `${await teacher.locator('main a[href^="/teach/"]').first().getAttribute('href')}`;
    await teacher.goto(classroom);
    const person = `${await teacher.locator('main a[href*="/students/"]').first().getAttribute('href')}`;
    const own = ['/teach', '/teach/reports', classroom, person, sheet];
    const found = await tooWide(teacher, [...shared, ...own]);
    await teacher.context().close();
    return found;
  };
  // Side by side, because a page is waited for rather than computed most of the time.
  expect(await Promise.all([ofVisitor(), ofStudent(), ofNewcomer(), ofTeacher()])).toEqual([[], [], [], []]);
});

test('without scripts the page opens at what became of an answer', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  for (const [path, item] of [
    [`${lesson}/practice`, 'repro-log-match'],
    [`${lesson}/try`, 'repro-try-pins'],
    [lesson, 'repro-check-equal-scores'],
  ] as const) {
    await page.goto(path);
    const sheet = sheetOf(page, item);
    await fillRightPlainly(sheet);
    await sheet.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(sheet.getByRole('status').filter({ hasText: /^Right/ })).toBeInViewport();
  }
  await context.close();
});

/** Hebrew, with signs and digits that change places in a text of the other direction. */
const hebrew = 'שלום 12 (כן)!';

/** Elements with Hebrew that take their direction from the page instead of from it. */
const undirected = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: Element[] = [];
    const isHebrew = (text: string | null): boolean => /\p{Script=Hebrew}{2}/u.test(text ?? '');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { textContent, parentElement: element } = texts.currentNode;
      if (!element?.checkVisibility() || element.closest('script, .sr-only')) continue;
      if (isHebrew(textContent) && !element.closest('bdi, [dir=auto]')) found.push(element);
    }
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input:not([type=hidden]), textarea',
    ))
      if (isHebrew(field.value) && field.dir !== 'auto') found.push(field);
    return found.map((element) => element.outerHTML.slice(0, 160));
  });

test('what people write has the direction of its own words', async ({ page, browser }) => {
  const found: string[] = [];
  const see = async (shown: Page): Promise<void> => {
    await expect(
      shown
        .getByText(hebrew)
        .or(shown.locator(`[value="${hebrew}"]`))
        .first(),
    ).toBeAttached();
    found.push(...(await undirected(shown)).map((html) => `${new URL(shown.url()).pathname}: ${html}`));
  };
  await signUp(page, browser, '/profile');
  await page.getByLabel('Your name', { exact: true }).fill(hebrew);
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await see(page);
  await page.goto('/notes?lesson=reproducibility&activity=deep');
  await page.getByLabel('Note to self').fill(hebrew);
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  for (const path of [
    '/notes',
    `${lesson}/deep`,
    `/search?q=${encodeURIComponent(hebrew)}`,
    '/leaderboard',
  ]) {
    await page.goto(path);
    await see(page);
  }
  await page.goto(`${lesson}/scale`);
  const whatIf = page.getByRole('article', { name: 'What if' });
  await whatIf.getByRole('textbox').fill(hebrew);
  await whatIf.getByRole('button', { name: 'Show the model answer' }).click();
  await expect(whatIf.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible();
  await see(page);

  const context = await browser.newContext();
  const office = await context.newPage();
  await signInAs(office, ownTeacher, '/teach');
  await office.getByRole('link', { name: classroom }).click();
  await expect(office.getByRole('heading', { level: 1, name: classroom })).toBeVisible();
  await see(office);
  await office.getByRole('link', { name: hebrew }).first().click();
  await expect(office.getByRole('heading', { level: 1, name: hebrew })).toBeVisible();
  await see(office);
  await context.close();
  expect(found).toEqual([]);
});

test('a note stands beside its passage on a desk, and below the text on a phone', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signUp(page, browser, '/notes?lesson=reproducibility&activity=deep');
  await page.getByLabel('Passage').selectOption('Build-up');
  await page.getByLabel('Note to self').fill('Ask the ops team');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`${lesson}/deep`);
  const note = page.getByRole('listitem').filter({ hasText: 'Ask the ops team' });
  const heading = page.getByRole('heading', { name: 'Build-up', exact: true });
  const distance = async (): Promise<number> => {
    const [beside, passage] = [await note.boundingBox(), await heading.boundingBox()];
    return Math.abs((beside?.y ?? Number.NaN) - (passage?.y ?? Number.NaN));
  };
  await expect.poll(distance).toBeLessThanOrEqual(1);
  const { x = 0 } = (await note.boundingBox()) ?? {};
  expect(x).toBeGreaterThan(1000);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(distance).toBeGreaterThan(1000);
});

test('the focus stays on the page when what had it goes', async ({ page }) => {
  await signInAs(page, 'Noor Haddad', '/notes?lesson=reproducibility&activity=why');
  await page.getByLabel('Note to self').fill('Read this again');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto('/notes');
  // Before its script has come the form is sent as in a browser without scripts, and a new page has no focus to keep.
  await waitForHydration(page);
  await page
    .getByRole('button', { name: /^Remove/ })
    .first()
    .press('Enter');
  await expect(page.getByText('Read this again')).toHaveCount(0);
  await expect(page.locator('h1')).toBeFocused();
});

test('a teacher prints questions with answers, and a student finds no such page', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'Ada Lindqvist');
  expect((await page.goto(sheet))?.status()).toBe(404);
  const context = await browser.newContext();
  const teacher = await context.newPage();
  await signInAs(teacher, 'Thandiwe Mokoena', `${lesson}/practice`);
  await teacher.getByRole('link', { name: 'with answers' }).click();
  await expect(teacher.getByText('Right', { exact: true }).first()).toBeVisible();
  await teacher.emulateMedia({ media: 'print' });
  await expect(teacher.locator('button:visible:not([data-blank], [data-shortcut])')).toHaveCount(0);
  await expect(teacher.getByRole('banner')).toBeHidden();
  await context.close();
});
