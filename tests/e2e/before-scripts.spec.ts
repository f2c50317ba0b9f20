import { expect, type Locator, type Page } from '@playwright/test';
import {
  fillRight,
  itemIdOf,
  itemIds,
  labelsOf,
  openSheet,
  optionsOf,
  rightAnswerTo,
  sheetOf,
} from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { lesson, signUp } from './people.ts';
import { test as base } from './school.ts';

/** React reports a failed hydration as an error of the page. */
const test = base.extend({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await use(page);
    expect(errors).toEqual([]);
  },
});

/** Delays all scripts of the page until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a program that is typed before the scripts arrive is kept and saved', async ({ page, browser }) => {
  await signUp(page, browser);
  const release = await holdScripts(page);
  await page.goto(`${lesson}/project`, { waitUntil: 'commit' });
  const sheet = sheetOf(page, 'repro-project-hash-data');
  const editor = sheet.getByLabel('Your program');
  await editor.fill('one = 1\ntwo = 2\nprint(one + two)');
  await expect(sheet.getByRole('status').filter({ hasText: 'Saved' })).toHaveCount(0);
  release();
  await expect(sheet.getByRole('status').filter({ hasText: 'Saved' })).toHaveText('Saved');
  const program = sheet.locator('textarea[name=code]');
  await expect(program).toHaveValue('one = 1\ntwo = 2\nprint(one + two)');
  await page.reload();
  await expect(program).toHaveValue('one = 1\ntwo = 2\nprint(one + two)');
});

test('steps that are numbered before the scripts arrive keep that order', async ({ page, browser }) => {
  await signUp(page, browser);
  const release = await holdScripts(page);
  await page.goto('/tracks/mlops/random-seeds/practice', { waitUntil: 'commit' });
  const sheet = sheetOf(page, 'seeds-practice-find-cause');
  const numbers = sheet.getByRole('spinbutton');
  const texts = () => sheet.locator('[data-block] .prose').allTextContents();
  await expect(numbers.first()).toBeVisible();
  const before = await texts();
  expect(before.length).toBeGreaterThan(2);
  for (const at of before.keys()) await numbers.nth(at).fill(String(before.length - at));
  release();
  await expect(numbers).toHaveCount(0);
  await expect.poll(texts).toEqual(before.toReversed());
});

test('a button that is pressed before the scripts arrive works by a full page load', async ({
  page,
  browser,
}) => {
  await signUp(page, browser);
  const release = await holdScripts(page);
  await page.goto(`${lesson}/challenge`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Start with problem 1' }).click({ noWaitAfter: true });
  await expect(page.getByText('Problem 1 of 5', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Leave, your answers are kept' })).toBeVisible();
  release();
  await waitForForms(page);
  await fillRight(openSheet(page));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(
    openSheet(page)
      .getByRole('status')
      .filter({ hasText: /^Right/ }),
  ).toBeVisible();
  await expect(page).toHaveURL(`${lesson}/challenge`);
});

const checkButton = { name: 'Check', exact: true } as const;

/** The first option of a wrong answer. */
async function wrongOption(sheet: Locator): Promise<Locator> {
  const answer = await rightAnswerTo(await itemIdOf(sheet));
  if (answer.kind !== 'options') throw new Error('This is no choice');
  const options = optionsOf(sheet);
  const [wrong = ''] = answer.wrong;
  return options.nth((await labelsOf(options)).indexOf(wrong));
}

for (const { activity, itemId } of [
  { activity: 'review', itemId: 'repro-quick-teammate' },
  { activity: 'practice', itemId: 'repro-prints-two' },
]) {
  test(`a choice made after a plain post is kept and checked on ${activity}`, async ({ page, browser }) => {
    await signUp(page, browser);
    const release = await holdScripts(page);
    await page.goto(`${lesson}/${activity}`, { waitUntil: 'commit' });
    const sheet = sheetOf(page, itemId);
    await sheet.getByRole('button', checkButton).click({ noWaitAfter: true });
    await expect(sheet.getByRole('status').filter({ hasText: /^Choose/ })).toBeVisible();
    const option = await wrongOption(sheet);
    await option.check();
    release();
    await waitForForms(page);
    await expect(option).toBeChecked();
    await sheet.getByRole('button', checkButton).click();
    await expect(sheet.getByText('Not yet', { exact: true })).toBeVisible();
  });
}

test('a choice made after the start of a challenge by a plain post is kept', async ({ page, browser }) => {
  await signUp(page, browser);
  const release = await holdScripts(page);
  await page.goto(`${lesson}/challenge`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Start with problem 1' }).click({ noWaitAfter: true });
  await expect(page.getByText('Problem 1 of 5', { exact: true })).toBeVisible();
  const option = await wrongOption(openSheet(page));
  await option.check();
  release();
  await waitForForms(page);
  await expect(option).toBeChecked();
});

test('a question at the foot of a page that was posted plainly keeps a choice', async ({ page, browser }) => {
  await signUp(page, browser);
  const withOptions = page
    .getByRole('region', { name: 'Five to try' })
    .getByRole('article')
    .filter({ has: page.getByRole('radio') })
    .first();
  const path = await firstPathWith(page, withOptions);
  const release = await holdScripts(page);
  await page.goto(path, { waitUntil: 'commit' });
  const id = await itemIdOf(withOptions);
  const sheet = sheetOf(page, id);
  await sheet.getByRole('button', checkButton).click({ noWaitAfter: true });
  await expect(sheet.getByRole('status').filter({ hasText: /^Choose/ })).toBeVisible();
  const option = await wrongOption(sheet);
  await option.check();
  release();
  await waitForForms(page);
  await sheet.scrollIntoViewIfNeeded();
  await sheet.getByRole('button', checkButton).click();
  await expect(sheet.getByText('Not yet', { exact: true })).toBeVisible();
});

test('what is typed after a refused plain post of an account form is kept', async ({ page, browser }) => {
  await signUp(page, browser);
  const release = await holdScripts(page);
  await page.goto('/profile', { waitUntil: 'commit' });
  await page.getByLabel('Class code').fill('AAAA-AAAA');
  await page.getByRole('button', { name: 'Join this class' }).click({ noWaitAfter: true });
  await expect(page.getByText('No class has this code. Check it letter by letter.')).toBeVisible();
  await page.getByLabel('Class code').fill('BBBB-BBBB');
  release();
  await waitForForms(page);
  await expect(page.getByLabel('Class code')).toHaveValue('BBBB-BBBB');
  await expect(page.getByText('No class has this code. Check it letter by letter.')).toBeVisible();
});

/** The first explaining activity with such a question at its foot: they are drawn, so that one page may have none. */
async function firstPathWith(page: Page, question: Locator): Promise<string> {
  for (const activity of ['', '/why', '/deep', '/visualize', '/scale']) {
    await page.goto(`${lesson}${activity}`);
    if ((await question.count()) > 0) return `${lesson}${activity}`;
  }
  throw new Error('No page of the lesson has drawn a question with options');
}

test('a question that is opened while the router starts stays open', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/practice`, 'one');
  const [, second = ''] = await itemIds('reproducibility', 'practice');
  // The router has read the address and writes it back when it has started: between the two, a link is followed.
  await page.addInitScript((hash) => {
    const write = history.replaceState.bind(history);
    history.replaceState = (...args) => {
      history.replaceState = write;
      location.hash = hash;
      write(...args);
    };
  }, second);
  await page.goto(`${lesson}/practice`);
  await expect(page.locator('[data-live]')).toBeAttached();
  await expect(page.getByRole('heading', { name: /^Question 2 of/ })).toBeVisible();
  await expect(page).toHaveURL(`${lesson}/practice#${second}`);
});

test('a link followed before its page is hydrated leads on, without a second click', async ({ page }) => {
  await page.addInitScript(() => {
    const listen = window.addEventListener.bind(window);
    let isFollowed = false;
    // The links of the site listen from here on; the parts of the lesson are hydrated after this task.
    window.addEventListener = (...args: Parameters<typeof listen>) => {
      listen(...args);
      const link = document.querySelector<HTMLAnchorElement>('.lesson-page a[href$="/reproducibility/why"]');
      if (args[0] !== 'click' || !link || isFollowed) return;
      isFollowed = true;
      queueMicrotask(() => link.click());
    };
  });
  await page.goto(`${lesson}/deep`);
  await expect(page).toHaveURL(`${lesson}/why`);
  await expect(page.getByRole('heading', { level: 1, name: 'Why' })).toBeVisible();
});
