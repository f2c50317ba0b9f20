import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { optionsOf, sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { type Account, lesson, retrying, signIn, signUp } from './people.ts';
import { test } from './school.ts';

const review = `${lesson}/review`;
const recallId = 'repro-recall-log';

const boxOf = (page: Page): Locator => sheetOf(page, recallId).getByRole('textbox');
/** The status of saving for screen readers; the visible line has the same text. */
const lineOf = (sheet: Locator): Locator =>
  sheet.getByRole('status').filter({ hasText: /^(Saved|Not saved)/ });
const check = (sheet: Locator): Locator => sheet.getByRole('button', { name: 'Check', exact: true });

/** A page of the same person in another browser. */
async function elsewhere(browser: Browser, person: Account, path: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, person, path);
  return page;
}

const copies = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('surefoot.draft/')).length);

test('typed text is saved and still there after a reload', async ({ page, browser }) => {
  await signUp(page, browser, review);
  await boxOf(page).fill('A seed fixes what is random.');
  await expect(lineOf(sheetOf(page, recallId))).toHaveText('Saved');
  expect(await copies(page)).toBe(0);
  await page.reload();
  await expect(boxOf(page)).toHaveValue('A seed fixes what is random.');
});

test('text that is typed offline is kept, sent later, and then shown on another device', async ({
  page,
  browser,
  context,
}) => {
  const person = await signUp(page, browser, review);
  await expect(boxOf(page)).toBeVisible();
  await waitForForms(page);
  await context.setOffline(true);
  await boxOf(page).fill('Typed in a tunnel.');
  await expect(lineOf(sheetOf(page, recallId))).toHaveText(
    'Not saved yet: no connection. Stored on this device and sent when you are back online.',
  );
  expect(await copies(page)).toBe(1);
  await context.setOffline(false);
  await expect(lineOf(sheetOf(page, recallId))).toHaveText('Saved');
  expect(await copies(page)).toBe(0);
  const other = await elsewhere(browser, person, review);
  await expect(boxOf(other)).toHaveValue('Typed in a tunnel.');
  await other.context().close();
});

test('two devices with different answers keep both', async ({ page, browser }) => {
  const person = await signUp(page, browser, review);
  const phone = await elsewhere(browser, person, review);
  await expect(boxOf(phone)).toBeEditable();
  await boxOf(page).fill('From the desk.');
  await expect(lineOf(sheetOf(page, recallId))).toHaveText('Saved');
  await boxOf(phone).fill('From the phone.');
  const offered = sheetOf(phone, recallId).getByText(/^Another window or device saved a different answer at/);
  await expect(offered).toBeVisible();
  await sheetOf(phone, recallId).getByRole('button', { name: 'Use that one' }).click();
  await expect(boxOf(phone)).toHaveValue('From the desk.');
  await sheetOf(phone, recallId).getByRole('button', { name: 'Use that one' }).click();
  await expect(boxOf(phone)).toHaveValue('From the phone.');
  await page.reload();
  await expect(boxOf(page)).toHaveValue('From the phone.');
  await expect(sheetOf(page, recallId).getByRole('button', { name: 'Use that one' })).toBeVisible();
  await phone.context().close();
});

test('text is saved when the page is closed right after typing', async ({ page, browser, context }) => {
  await signUp(page, browser, review);
  await boxOf(page).pressSequentially('Closed at once');
  await page.close({ runBeforeUnload: true });
  const next = await context.newPage();
  await next.goto(review);
  await expect(boxOf(next)).toHaveValue('Closed at once');
});

test('text is saved when a link to another page is followed', async ({ page, browser }) => {
  const person = await signUp(page, browser, review);
  await boxOf(page).pressSequentially('Looked something up');
  await page.getByRole('link', { name: 'Surefoot' }).first().click();
  await expect(page).toHaveURL('/');
  const other = await elsewhere(browser, person, review);
  await expect(boxOf(other)).toHaveValue('Looked something up');
  await other.context().close();
});

test('a save does not wait for a slow action', async ({ page, browser }) => {
  await signUp(page, browser, review);
  const held: (() => void)[] = [];
  await page.route(review, async (route) => {
    if (route.request().method() === 'POST') await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const choice = sheetOf(page, 'repro-quick-teammate');
  await optionsOf(choice).first().check();
  await check(choice).click();
  await expect.poll(() => held.length).toBe(1);
  await boxOf(page).fill('Meanwhile');
  await expect(lineOf(sheetOf(page, recallId))).toHaveText('Saved');
  for (const go of held) go();
  await expect(choice.getByRole('status').filter({ hasText: /^(Right|Not yet)/ })).toBeVisible();
});

test('after an update of the server the page reloads once and keeps the typed text', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, review);
  let refused = 0;
  await page.route(review, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    refused += 1;
    return route.fulfill({
      status: 409,
      headers: { 'x-nextjs-action-not-found': '1' },
      body: 'Server action not found.',
    });
  });
  const sheet = sheetOf(page, recallId);
  await boxOf(page).fill('Before the update');
  const anew = page.waitForEvent('load');
  await sheet.getByRole('button', { name: 'Compare' }).click();
  await anew;
  await expect(boxOf(page)).toHaveValue('Before the update');
  // Until the page's scripts are there, its forms are sent as a browser without scripts does.
  await waitForForms(page);
  await sheet.getByRole('button', { name: 'Compare' }).click();
  await expect(sheet.getByText('Surefoot was updated.')).toBeVisible();
  expect(refused).toBe(2);
  await page.unroute(review);
  await sheet.getByRole('button', { name: 'Compare' }).click();
  await expect(sheet.getByText('Which of these does your text cover?')).toBeVisible();
});

test('typed text survives the end of the session', async ({ page, browser }) => {
  const person = await typeAfterSignOut(page, browser);
  await expectTextAfterSignIn(page, person);
});

test('text that is saved while the page is loaded after signing in is shown there', async ({
  page,
  browser,
}) => {
  const person = await typeAfterSignOut(page, browser);
  await page.route(
    ({ pathname }) => pathname === '/signin',
    async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const response = await route.fetch(retrying);
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await expect.poll(() => copies(page)).toBe(0);
      return route.fulfill({ response });
    },
  );
  await expectTextAfterSignIn(page, person);
});

test('signing out removes all drafts from the device', async ({ page, browser, context }) => {
  await signUp(page, browser, review);
  await page.route('/api/drafts', (route) => route.abort());
  await boxOf(page).fill('Not for the next one');
  await expect(lineOf(sheetOf(page, recallId))).toHaveText(/^Not saved yet/);
  expect(await copies(page)).toBe(1);
  const other = await context.newPage();
  await other.goto('/profile');
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(other).toHaveURL(/\/signin/);
  expect(await copies(other)).toBe(0);
});

test('the page without scripts shows the saved draft', async ({ page, browser }) => {
  await signUp(page, browser, review);
  await boxOf(page).fill('Without a script');
  await expect(lineOf(sheetOf(page, recallId))).toHaveText('Saved');
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    javaScriptEnabled: false,
  });
  const plain = await context.newPage();
  await plain.goto(review);
  await expect(boxOf(plain)).toHaveValue('Without a script');
  await context.close();
});

/** Types on after the session has ended, and is led to the sign-in page by the button. */
async function typeAfterSignOut(page: Page, browser: Browser): Promise<Account> {
  const person = await signUp(page, browser, review);
  await boxOf(page).fill('Begun');
  await expect(lineOf(sheetOf(page, recallId))).toHaveText('Saved');
  await page.context().clearCookies();
  await boxOf(page).fill('Begun, and gone on with');
  await expect(lineOf(sheetOf(page, recallId))).toHaveText(/^Not saved: you are signed out/);
  await sheetOf(page, recallId).getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/\/signin\?next=/);
  return person;
}

async function expectTextAfterSignIn(page: Page, person: Account): Promise<void> {
  await page.getByRole('textbox', { name: 'User name or e-mail' }).fill(person.userName);
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(review);
  await expect(boxOf(page)).toHaveValue('Begun, and gone on with');
  await expect(lineOf(sheetOf(page, recallId))).toHaveText('Saved');
}
