import { expect, type Locator, type Page } from '@playwright/test';
import { fillRight, sheetOf } from './answers.ts';
import { waitForForms, waitForHydration } from './hydrated.ts';
import { lesson, signUp } from './people.ts';
import { rail, railLink } from './rail.ts';
import { test } from './school.ts';

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true });
const opener = (page: Page): Locator => page.getByRole('button', { name: /All activities and contents/ });

test('on a desk the rail stays beside the text, and leads to its headings', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/deep`);
  await waitForHydration(page);
  await expect(opener(page)).toBeHidden();
  await rail(page).getByRole('link', { name: 'Misconceptions' }).click();
  await expect(heading(page, 'Misconceptions')).toBeInViewport();
  await expect(rail(page).getByRole('link', { name: 'Misconceptions' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await expect(railLink(page, 'Visualize')).toBeInViewport();
});

test('a quick check is answered in the text, and the rail counts it', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/deep`);
  await waitForForms(page);
  const check = sheetOf(page, 'repro-check-score-hash');
  await expect(check.getByRole('heading', { name: 'Quick check' })).toBeVisible();
  await fillRight(check);
  await check.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(check.getByRole('status').filter({ hasText: /^Right/ })).toBeVisible();
  await expect(railLink(page, 'Deep dive')).toHaveAccessibleName(/^Deep dive 1 of 4 done/);
});

test('a text offers to continue where its reader stopped', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/deep`);
  await waitForHydration(page);
  await rail(page).getByRole('link', { name: 'Pin the environment' }).click();
  await expect(rail(page).getByRole('link', { name: 'Pin the environment' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await page.goto(`${lesson}/why`);
  await page.goto(`${lesson}/deep`);
  const offer = page.getByRole('link', { name: 'Continue where you stopped: Pin the environment' });
  await expect(offer).toBeInViewport();
  expect(await page.evaluate(() => document.activeElement === document.body && scrollY === 0)).toBe(true);
  await offer.click();
  await expect(heading(page, 'Pin the environment')).toBeInViewport();
  await expect(offer).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('the bar opens a sheet that Escape and a link close', async ({ page, browser }) => {
    await signUp(page, browser, `${lesson}/deep`);
    await waitForHydration(page);
    await expect(rail(page)).toHaveCount(0);
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await expect(rail(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(rail(page).getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(rail(page)).toHaveCount(0);
    await expect(opener(page)).toBeFocused();

    await opener(page).tap();
    await rail(page).getByRole('link', { name: 'Limits' }).tap();
    await expect(rail(page)).toHaveCount(0);
    await expect(heading(page, 'Limits')).toBeInViewport();
    const bar = await opener(page).boundingBox();
    const place = await heading(page, 'Limits').boundingBox();
    expect(bar?.y).toBe(0);
    expect(place?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(320);
  });

  test('the sheet opens and leads on without a script', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    await page.goto(`${lesson}/deep`);
    await opener(page).click();
    await railLink(page, 'Scale').click();
    await expect(page).toHaveURL(`${lesson}/scale`);
    await expect(heading(page, 'Scale')).toBeVisible();
    await expect(rail(page)).toHaveCount(0);
    await context.close();
  });
});

test('the page of a lesson prints without rail, bar and buttons', async ({ page }) => {
  await page.goto(lesson);
  await expect(page.getByRole('link', { name: 'Start', exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(rail(page)).toBeHidden();
  await expect(opener(page)).toBeHidden();
  await expect(page.getByRole('link', { name: 'Start', exact: true })).toBeHidden();
});
