import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { fillRight, openSheet } from './answers.ts';
import { activityPaths, lesson, signInAs, signUp, startActivity } from './people.ts';
import { test } from './school.ts';

/** The greatest cumulative layout shift of a page: a fifth of what is called good. */
const most = 0.02;
const student = 'Ada Lindqvist';
const schoolTeacher = 'Thandiwe Mokoena';

test.describe.configure({ timeout: 240_000 });

interface Shifts {
  /** The largest sum of shifts within a session window, as browsers report it. */
  readonly score: number;
  /** What moved, for the message of a failure. */
  readonly moved: readonly string[];
}

/** Loads a page, scrolls through it once and reads what moved without the visitor's doing. */
async function shiftsOf(page: Page, path: string): Promise<Shifts> {
  await page.goto(path);
  await expect(page.locator('h1:visible').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await scrollThrough(page);
  await page.waitForLoadState('networkidle');
  return page.evaluate(readShifts);
}

/**
 * Half a screen at a time, as a reader does. The next step waits until the page has nothing left to do, so that what comes
 * near is there. One call does it all: a wheel that is turned from outside takes longer than the pages themselves.
 */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
    while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
      const before = scrollY;
      scrollBy({ top: innerHeight / 2, behavior: 'instant' });
      if (scrollY === before) throw new Error(`The page does not scroll beyond ${before} px`);
      await frame();
      await idle();
    }
  });
}

/** Sums up shifts in windows of at most 5 s with pauses under 1 s, as the metric is defined. */
function readShifts(): Promise<Shifts> {
  return new Promise((resolve) => {
    const entries: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    // Buffered entries are delivered in a task of their own.
    requestAnimationFrame(() =>
      setTimeout(() => resolve(sumUp([...entries, ...observer.takeRecords()])), 100),
    );
  });

  function sumUp(entries: PerformanceEntry[]): Shifts {
    let score = 0;
    let window = { from: 0, to: Number.NEGATIVE_INFINITY, sum: 0 };
    const moved: string[] = [];
    for (const entry of entries) {
      if (Reflect.get(entry, 'hadRecentInput')) continue;
      const { startTime } = entry;
      const isNew = startTime - window.to > 1000 || startTime - window.from > 5000;
      if (isNew) window = { from: startTime, to: startTime, sum: 0 };
      window = { ...window, to: startTime, sum: window.sum + Number(Reflect.get(entry, 'value')) };
      score = Math.max(score, window.sum);
      for (const { node, previousRect, currentRect } of Reflect.get(entry, 'sources')) {
        const name =
          node instanceof Element ? node.outerHTML.slice(0, 120) : String(node?.textContent).slice(0, 60);
        moved.push(`${Math.round(startTime)} ms, ${previousRect.y} to ${currentRect.y}: ${name}`);
      }
    }
    return { score, moved };
  }
}

/** Pages that are open at a time: each is waited for rather than computed most of the time. */
const tabs = 3;

/** Opens each page anew, and collects those that move. */
async function expectStill(page: Page, paths: readonly string[]): Promise<void> {
  const waiting = [...paths];
  const others = await Promise.all(
    Array.from({ length: Math.min(tabs, paths.length) - 1 }, () => newTab(page.context())),
  );
  await Promise.all(
    [page, ...others].map(async (tab) => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const { score, moved } = await shiftsOf(tab, path);
        expect.soft(score, `${path}\n${moved.join('\n')}`).toBeLessThanOrEqual(most);
      }
    }),
  );
  for (const tab of others) await tab.close();
}

async function newTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  // A page must not move either when its fonts and scripts come late, as they do on a phone.
  await page.route(/\/_next\/static\/.*\.(js|woff2)$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue().catch(() => undefined);
  });
  return page;
}

async function visitor(browser: Browser, size: Size, name?: string): Promise<Page> {
  const page = await newTab(await browser.newContext(size));
  if (name) await signInAs(page, name);
  return page;
}

interface Size {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isMobile: boolean;
}

const sizes = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true },
  desk: { viewport: { width: 1280, height: 900 }, isMobile: false },
} as const;

test('a part that appears late is measured, also in tabs that are open at the same time', async ({
  browser,
}) => {
  const page = await visitor(browser, sizes.desk);
  const open = [page, await newTab(page.context()), await newTab(page.context())];
  const scores = await Promise.all(
    open.map(async (tab) => {
      await tab.addInitScript(() => {
        addEventListener('load', () => {
          setTimeout(() => {
            const late = document.createElement('div');
            late.style.height = '200px';
            document.body.prepend(late);
          }, 300);
        });
      });
      return (await shiftsOf(tab, '/signin')).score;
    }),
  );
  // Nearly all that is seen moves by 200 of 900 px.
  expect(Math.min(...scores)).toBeGreaterThan(0.1);
  await page.context().close();
});

test('a part that appears once the reader has come near is measured', async ({ browser }) => {
  const page = await visitor(browser, sizes.phone);
  await page.addInitScript(() => {
    addEventListener('scroll', () => {
      if (scrollY < 1_500 || document.querySelector('#late')) return;
      // Low enough on the screen that the browser does not scroll along with what moves.
      const late = document.createElement('div');
      late.id = 'late';
      late.style.height = '300px';
      document.elementFromPoint(innerWidth / 2, 400)?.before(late);
    });
  });
  expect((await shiftsOf(page, '/help/student/the-test')).score).toBeGreaterThan(0.1);
  await page.context().close();
});

for (const [width, size] of Object.entries(sizes)) {
  test.describe(`on a ${width}`, () => {
    test('the pages of a lesson do not move', async ({ browser }) => {
      const page = await visitor(browser, size, student);
      await expectStill(
        page,
        activityPaths.map((activity) => lesson + activity),
      );
      await page.context().close();
    });

    test('an open challenge and an open test do not move', async ({ browser }) => {
      const page = await visitor(browser, size);
      await signUp(page, browser, `${lesson}/challenge`);
      await startActivity(page, 'Start with problem 1');
      await expectStill(page, [`${lesson}/challenge`]);
      await page.goto(`${lesson}/test`);
      await startActivity(page, 'Start the test');
      await expectStill(page, [`${lesson}/test`]);
      await fillRight(openSheet(page));
      await page.context().close();
    });

    test('catalogue, handbook and the pages of a student do not move', async ({ browser }) => {
      const page = await visitor(browser, size, student);
      const results = ['', '/try', '/challenge', '/test'].map((path) => `/tracks/mlops/random-seeds${path}`);
      const personal = [
        '/',
        '/tracks/mlops',
        '/today',
        '/today/review',
        '/badges',
        '/leaderboard',
        '/profile',
      ];
      await expectStill(page, [...personal, ...results, '/help', '/help/student/the-test', '/join']);
      await page.context().close();
    });

    test('the pages of a visitor do not move', async ({ browser }) => {
      const page = await visitor(browser, size);
      await expectStill(page, ['/', '/signin', '/signup', '/join', lesson, `${lesson}/try`, '/no-such-page']);
      await page.context().close();
    });

    test('the pages of a teacher do not move', async ({ browser }) => {
      const page = await visitor(browser, size, schoolTeacher);
      await page.goto('/teach');
      const classroom = await page.locator('main a[href^="/teach/"]').first().getAttribute('href');
      await page.goto(`${classroom}`);
      const one = await page.locator('main a[href*="/students/"]').first().getAttribute('href');
      await expectStill(page, ['/teach', `${classroom}`, `${one}`, '/teach/reports']);
      await page.context().close();
    });
  });
}
