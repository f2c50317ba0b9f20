import { expect, type Locator, type Page } from '@playwright/test';
import { fillRight, itemIds, openSheet, optionsOf, sheetOf } from './answers.ts';
import { waitForHydration, waitForKeys } from './hydrated.ts';
import { lesson, signUp, startActivity } from './people.ts';
import { test } from './school.ts';

test.use({ viewport: { width: 360, height: 740 } });

const counter = (page: Page, at: number, of: number): Locator =>
  page.getByRole('heading', { name: new RegExp(`^Question ${at} of ${of}`) });

test('a set is answered by keyboard, one question at a time, and every question has an address', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/practice`, 'one');
  const ids = await itemIds('reproducibility', 'practice');
  const [first = '', second = ''] = ids;
  const of = ids.length;
  await expect(openSheet(page)).toHaveCount(1);
  await expect(counter(page, 1, of)).toBeVisible();
  // The end of the activity comes after its questions.
  await expect(page.getByRole('heading', { name: /^(What next|How it went)$/ })).toHaveCount(0);

  await test.step('Enter checks, and Enter continues', async () => {
    await fillRight(sheetOf(page, first));
    const check = sheetOf(page, first).getByRole('button', { name: 'Check', exact: true });
    const hint = sheetOf(page, first).getByRole('button', { name: /^Show hint/ });
    const skip = sheetOf(page, first).getByRole('link', { name: 'Skip', exact: true });
    const [row, price, ...others] = await Promise.all(
      [check.locator('..'), hint, check, skip].map((part) => part.boundingBox()),
    );
    const end = (box: typeof row = null) => (box ? box.x + box.width : 0);
    const middle = (box: typeof row = null) => (box ? box.y + box.height / 2 : 0);
    // The row has the padding of the sheet, 16 px.
    expect(Math.abs(end(row) - 16 - end(price)), 'the hint is at the far end').toBeLessThanOrEqual(1);
    for (const other of others)
      expect(Math.abs(middle(other) - middle(price)), 'one row').toBeLessThanOrEqual(4);
    await optionsOf(sheetOf(page, first)).and(page.locator(':checked')).focus();
    await waitForKeys(page, sheetOf(page, first));
    await page.keyboard.press('Enter');
    await expect(
      sheetOf(page, first)
        .getByRole('status')
        .filter({ hasText: /^Right/ }),
    ).toBeFocused();
    await expect(page.getByRole('link', { name: 'Continue' })).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(counter(page, 2, of)).toBeFocused();
    await expect(openSheet(page)).toHaveCount(1);
  });

  await test.step('the arrows lead back and on, a reload stays', async () => {
    await page.keyboard.press('ArrowLeft');
    await expect(counter(page, 1, of)).toBeFocused();
    await expect(page.getByText('+ 4 points.')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(counter(page, 2, of)).toBeFocused();
    await expect(page).toHaveURL(`${lesson}/practice#${second}`);
    await page.reload();
    await expect(counter(page, 2, of)).toBeVisible();
    await page.goto('about:blank');
    await page.goto(`${lesson}/practice#${ids[3]}`);
    await expect(counter(page, 4, of)).toBeVisible();
  });

  await test.step('after the last one comes one end card', async () => {
    for (let at = 4; at <= of; at++) {
      await expect(page.getByRole('heading', { name: new RegExp(`^Question ${at} of`) })).toBeVisible();
      await page.getByRole('link', { name: 'Skip', exact: true }).click();
    }
    await expect(page.getByRole('heading', { name: 'How it went' })).toBeFocused();
    await expect(openSheet(page)).toHaveCount(0);
  });

  await test.step('the list is a setting of the device', async () => {
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(openSheet(page)).toHaveCount(of);
    await page.reload();
    await expect(openSheet(page)).toHaveCount(of);
    await page.getByRole('button', { name: 'Show one at a time' }).click();
    await expect(openSheet(page)).toHaveCount(0);
  });
});

test('a card is turned by Space, rated by a digit, and returns face up after Again', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/review`, 'one');
  const [card = ''] = await itemIds('reproducibility', 'review');
  const turn = sheetOf(page, card).getByRole('button', { name: 'Turn the card' });
  const again = sheetOf(page, card).getByRole('button', { name: /^Again/ });
  await sheetOf(page, card).getByRole('heading').first().focus();
  await waitForHydration(page);
  await page.keyboard.press(' ');
  await expect(again).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(again).toBeFocused();
  const waiting = sheetOf(page, card).getByText('It counts when you go on');
  await page.keyboard.press('4');
  await expect(waiting).toHaveText(/^Easy\./);
  await page.keyboard.press('1');
  await expect(waiting).toHaveText(/^Again\./);
  await expect(waiting).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Question 2 of/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(again).toBeHidden();
  await turn.click();
  await expect(again).toBeVisible();
});

test('a project is a place to work in: one step at a time, what it asks beside the editor', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await signUp(page, browser, `${lesson}/project`, 'one');
  const brief = page.getByRole('heading', { name: 'Goal', exact: true });
  const outlook = page.getByRole('heading', { name: 'Where to go from here' });
  await expect(brief).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Step \d/ })).toHaveText(['Step 1. Name the data']);
  await expect(outlook).toBeHidden();
  const sheet = sheetOf(page, 'repro-project-hash-data');
  const asked = await sheet.getByText('The data stand in the program as text').boundingBox();
  const editor = await sheet.getByRole('textbox', { name: 'Your program' }).boundingBox();
  expect(editor && asked && editor.x - (asked.x + asked.width)).toBeGreaterThan(0);

  await sheet.getByRole('link', { name: 'Skip', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Step \d/ })).toHaveText(['Step 2. Fix the split']);
  await page.getByRole('link', { name: 'Where to go from here' }).click();
  await expect(outlook).toBeInViewport();
});

test('an open challenge is alone on its page, and every other page leads back to it', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/challenge`, 'one');
  const picker = page.locator('.lesson-bar, .lesson-rail').filter({ visible: true });
  await expect(picker).toHaveCount(1);
  await startActivity(page, 'Start with problem 1');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(picker).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Challenge: Problem 1 of 5');
  const check = page.getByRole('button', { name: 'Check', exact: true });
  await fillRight(openSheet(page));
  const before = await check.boundingBox();
  await check.click();
  const next = page.getByRole('button', { name: 'Next problem' });
  await expect(next).toBeInViewport();
  const after = await next.boundingBox();
  expect(after?.x).toBe(before?.x);

  await page.getByRole('link', { name: 'Leave, your answers are kept' }).click();
  await expect(page).toHaveURL(lesson);
  await page.goto('/today');
  const back = page.getByRole('navigation', { name: 'Not finished' }).getByRole('link');
  await expect(back).toContainText('Challenge is open: Why reproducibility builds trust in ML');
  await back.click();
  await expect(page.getByText('Problem 1 of 5', { exact: true })).toBeVisible();
  await expect(back).toBeHidden();
});
