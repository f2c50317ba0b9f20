import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { waitForHydration } from './hydrated.ts';

/** The class of the suite's own students; the other classes of the demo stay as seeded. */
export const classroom = 'MLOps evening class';
export const teacher = 'Lars Eriksen';
/** The teacher of the two classes that the suite does not change. */
export const otherTeacher = 'Thandiwe Mokoena';
export const otherClassroom = 'Data science A';

export const lesson = '/tracks/mlops/reproducibility';

/** Paths of the activities below the lesson's path, in the order of the picker; the test is last. */
export const activityPaths = [
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
] as const;

/** Retries a request when the server closes an idle connection at the same moment. */
export const retrying = { maxRetries: 2 } as const;

export interface Account {
  readonly name: string;
  readonly userName: string;
  readonly password: string;
}

/** How sets of questions are shown: one at a time, or as the list that a setting brings. */
export type QuestionView = 'one' | 'list';

/**
 * Chooses the list for a page, as its button does. What is tested of answers holds in both, and many tests ask for a question
 * by its name; the tests of the player, of weight, layout and accessibility see one question at a time.
 */
async function showQuestions(page: Page, view: QuestionView): Promise<void> {
  if (view === 'list') await page.addInitScript(() => localStorage.setItem('questions', 'list'));
}

/** Signs in as a person of the demo with one click. */
export async function signInAs(page: Page, name: string, next = '/'): Promise<void> {
  await page.goto(`/signin?next=${encodeURIComponent(next)}`);
  const button = page.getByRole('button', { name, exact: true });
  const students = page.getByRole('region', { name: 'Students learn' });
  if (!(await button.isVisible())) await students.getByText(/^\d+ more$/).click();
  await button.click();
  await expectSignedIn(page, name);
}

/** Signs up a new student with the class code, on the page. */
export async function signUpByHand(page: Page, browser: Browser, next = '/'): Promise<Account> {
  const person = newPerson();
  await page.goto(`/signup?next=${encodeURIComponent(next)}`);
  await page.getByLabel('Class code').fill(await classCode(browser));
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('User name').fill(person.userName);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectSignedIn(page, person.name);
  return person;
}

/** Signs up a new student by posting the page's plain form, which is faster; every test has its own student. */
export async function signUp(
  page: Page,
  browser: Browser,
  next = '/',
  view: QuestionView = 'list',
): Promise<Account> {
  await showQuestions(page, view);
  const person = newPerson();
  const { fields, origin } = await plainSignUp(browser);
  const made = await page.request.post('/signup', {
    multipart: {
      ...fields,
      code: await classCode(browser),
      displayName: person.name,
      userName: person.userName,
      password: person.password,
    },
    headers: { origin },
    maxRedirects: 0,
    ...retrying,
  });
  expect(made.status()).toBe(303);
  await page.goto(next);
  await expectSignedIn(page, person.name);
  await waitForHydration(page);
  return person;
}

function newPerson(): Account {
  const mark = randomUUID().slice(0, 8);
  return {
    name: `Ebba Test ${mark}`,
    userName: `ebba-${mark}`,
    password: 'quiet lanterns over deep water',
  };
}

interface PlainForm {
  readonly fields: Readonly<Record<string, string>>;
  /** Of the page that holds the form. */
  readonly origin: string;
}

let plain: Promise<PlainForm> | undefined;

/** The hidden fields that a browser without scripts would send with the page's form. */
function plainSignUp(browser: Browser): Promise<PlainForm> {
  plain ??= readPlainSignUp(browser);
  return plain;
}

async function readPlainSignUp(browser: Browser): Promise<PlainForm> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/signup');
  const form = page.locator('form').filter({ has: page.getByLabel('Class code') });
  const fields = await form.evaluate((node: HTMLFormElement) =>
    [...new FormData(node)].map(([name, value]) => [name, String(value)]),
  );
  const { origin } = new URL(page.url());
  await context.close();
  return { fields: Object.fromEntries(fields), origin };
}

export async function signIn(page: Page, { name, userName, password }: Account, next = '/'): Promise<void> {
  await showQuestions(page, 'list');
  await page.goto(`/signin?next=${encodeURIComponent(next)}`);
  await page.getByLabel('User name or e-mail').fill(userName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(page, name);
}

/** Waits for the title of the next page, which changes last. */
export async function expectSignedIn(page: Page, name: string): Promise<void> {
  // An open challenge or test hides the header.
  const account = page.getByRole('button', { name: `${name}, your account`, includeHidden: true });
  await expect(account).toBeAttached();
  await expect(page).toHaveTitle(/^(?!Sign in|Create an account).+/);
}

let code: Promise<string> | undefined;

/** The join code of the class, read from the teacher's page. */
export function classCode(browser: Browser): Promise<string> {
  code ??= readCode(browser);
  return code;
}

async function readCode(browser: Browser): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  await signInAs(page, teacher, '/teach');
  await page.getByRole('link', { name: classroom }).click();
  await expect(page.getByRole('heading', { level: 1, name: classroom })).toBeVisible();
  const shown = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).first();
  const text = (await shown.textContent()) ?? '';
  await context.close();
  return text;
}

/** Starts a challenge or a test and waits for its first item. */
export async function startActivity(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const check = page.locator('article[id]').getByRole('button', { name: 'Check', exact: true });
  await expect(check).toBeVisible();
}
