import { expect, type Locator, type Page, type Request, type Response } from '@playwright/test';
import { fillRight, itemIds, sheetOf } from './answers.ts';
import { waitForForms, waitForHydration } from './hydrated.ts';
import { lesson, retrying, signUp } from './people.ts';
import { railLink } from './rail.ts';
import { test } from './school.ts';

const track = '/tracks/mlops';

/** Whether a request fetches the data of a page for the router, with all that is on it. */
const isPageData =
  (path: string) =>
  (request: Request): boolean => {
    const { pathname, searchParams } = new URL(request.url());
    const isTree = request.headers()['next-router-segment-prefetch'] !== undefined;
    return pathname === path && searchParams.has('_rsc') && !isTree;
  };

/** Rests on a link until its page has been fetched. */
async function restOn(page: Page, link: Locator, path: string): Promise<void> {
  let isFetched = false;
  // The router may stop reading before the end, and then the request does not count as finished.
  const note = (response: Response): void => {
    isFetched ||= isPageData(path)(response.request());
  };
  page.on('response', note);
  // Nothing tells when the script that follows links has started, so the pointer comes again.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await link.hover();
    await expect.poll(() => isFetched, { timeout: 2_000 }).toBe(true);
  }).toPass();
  page.off('response', note);
}

/** The steps done of a lesson, as the track shows them. */
const progress = (page: Page, done: number): Locator =>
  page
    .getByText(new RegExp(`^${done} of \\d+`))
    .filter({ visible: true })
    .first();

async function answerFirst(page: Page, slug: string): Promise<void> {
  await waitForForms(page);
  const [first = ''] = await itemIds('reproducibility', slug);
  const sheet = sheetOf(page, first);
  await fillRight(sheet);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByRole('status').getByText(/^Right/)).toBeVisible();
}

test('a page is fetched when the pointer or the focus rests on its link, and once', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, lesson);
  const fetched: string[] = [];
  page.on('request', (request) => {
    for (const slug of ['deep', 'why']) if (isPageData(`${lesson}/${slug}`)(request)) fetched.push(slug);
  });
  await restOn(page, railLink(page, 'Deep dive'), `${lesson}/deep`);
  // The pointer would count again if the page moved below it.
  await page.mouse.move(0, 0);
  const focused = page.waitForEvent('response', (response) =>
    isPageData(`${lesson}/why`)(response.request()),
  );
  await railLink(page, 'Why').focus();
  await focused;
  await railLink(page, 'Deep dive').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deep dive' })).toBeVisible();
  await expect(page).toHaveURL(`${lesson}/deep`);
  expect(fetched).toEqual(['deep', 'why']);
});

test('a page that was fetched before an answer is shown as it is after it', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/try`);
  await waitForHydration(page);
  const up = page.locator(`a[href="${track}"]:visible`).first();
  await restOn(page, up, track);
  await answerFirst(page, 'try');
  await up.click();
  await expect(page).toHaveURL(track);
  await expect(progress(page, 1)).toBeVisible();
});

test('a page that was fetched and shown before an answer is new after Back', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/try`);
  await waitForHydration(page);
  const up = page.locator(`a[href="${track}"]:visible`).first();
  await restOn(page, up, track);
  await up.click();
  await expect(page).toHaveURL(track);
  await expect(progress(page, 0)).toBeVisible();
  await page.locator('a[href="/tracks/mlops/pinning-the-environment"]:visible').first().click();
  await railLink(page, 'Why').click();
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Marked as read.' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(track);
  await expect(progress(page, 1)).toBeVisible();
});

test('after a link a page shows the same text as after a load, and nothing moves', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, lesson);
  // Longer than the half second in which browsers blame every shift on the click.
  await page.route('/texts/*', async (route) => {
    const response = await route.fetch(retrying);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.fulfill({ response });
  });
  await page.evaluate(() => {
    Reflect.set(window, 'shifts', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!Reflect.get(entry, 'hadRecentInput'))
          Reflect.set(window, 'shifts', Reflect.get(window, 'shifts') + Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift' });
  });
  for (const [name, path] of [
    ['Why', '/why'],
    ['Visualize', '/visualize'],
    ['Introduction', ''],
  ] as const) {
    await railLink(page, name).click();
    await expect(page).toHaveURL(lesson + path);
    await page.waitForLoadState('networkidle');
    const loaded = await page.context().newPage();
    await loaded.goto(lesson + path);
    await loaded.waitForLoadState('networkidle');
    // Questions at the foot of a page are hydrated at the first key.
    for (const one of [loaded, page]) await one.keyboard.press('Shift');
    await expect(async () => {
      expect(await page.locator('main').innerText()).toBe(await loaded.locator('main').innerText());
    }).toPass({ timeout: 30_000 });
    await loaded.close();
    expect(await page.evaluate(() => Reflect.get(window, 'shifts')), path).toBeLessThanOrEqual(0.02);
  }
});

test('a page that was shown before is there at once after Back, also offline', async ({
  page,
  browser,
  context,
}) => {
  await signUp(page, browser, `${lesson}/review`);
  await waitForForms(page);
  const words = await page.locator('main').innerText();
  await railLink(page, 'Try').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Try' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.goBack();
  await expect(page).toHaveURL(`${lesson}/review`);
  await expect(page.locator('main')).toHaveText(words, { useInnerText: true });
  await context.setOffline(false);
});
