import { type Browser, expect, type Page } from '@playwright/test';
import { runCommand } from './own-server.ts';
import {
  classroom,
  lesson,
  otherClassroom,
  otherTeacher,
  retrying,
  signIn,
  signInAs,
  signUp,
  signUpByHand,
  teacher,
} from './people.ts';
import { test } from './school.ts';

const noSuchPage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Page not found' });

interface Paths {
  readonly room: string;
  readonly student: string;
}

const known = new Map<string, Promise<Paths>>();

/** The paths of a class and of its first student, as the teacher sees them; they are read once in each worker's school. */
function pathsOf(browser: Browser, who: string, name: string): Promise<Paths> {
  const paths = known.get(name) ?? readPaths(browser, who, name);
  known.set(name, paths);
  return paths;
}

async function readPaths(browser: Browser, who: string, name: string): Promise<Paths> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, who, '/teach');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const room = new URL(page.url()).pathname;
  const first = page
    .getByRole('table', { name: 'Students', exact: true })
    .getByRole('rowheader')
    .first()
    .getByRole('link');
  const student = (await first.getAttribute('href')) ?? '';
  await context.close();
  return { room, student };
}

async function expectHidden(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(noSuchPage(page)).toBeVisible();
  await expect(page.getByText(/Class code|Gradebook|Points/)).toHaveCount(0);
}

test('a student cannot open the pages of teachers', async ({ page, browser }) => {
  await signUp(page, browser);
  await expect(page.getByRole('link', { name: 'Teach' })).toHaveCount(0);
  const { room, student } = await pathsOf(browser, teacher, classroom);
  for (const path of ['/teach', room, student]) await expectHidden(page, path);
  const book = await page.request.get(`${room}/gradebook.csv`, retrying);
  expect(book.status()).toBe(404);
  expect(await book.text()).toBe('There is no such file.\n');
});

/** Changes a role on the command line, as the operator does. */
function setRole(dataDir: string, userName: string, role: string): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
  return runCommand('lib/cli/admin.ts', ['set-role', userName, role], env);
}

test('a changed role takes effect at the next request', async ({ page, browser, school }) => {
  // Two commands are run, each in a separate process.
  test.slow();
  const { userName } = await signUpByHand(page, browser);
  await expectHidden(page, '/teach');
  await setRole(school.dataDir, userName, 'teacher');
  await page.goto('/teach');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Page not found');
  await setRole(school.dataDir, userName, 'student');
  await expectHidden(page, '/teach');
});

test('a teacher cannot open the class of another teacher', async ({ page, browser }) => {
  const { room, student } = await pathsOf(browser, otherTeacher, otherClassroom);
  const own = await pathsOf(browser, teacher, classroom);
  await signInAs(page, teacher, '/teach');
  await expect(page.getByRole('link', { name: classroom })).toBeVisible();
  await expect(page.getByRole('link', { name: otherClassroom })).toHaveCount(0);
  const id = student.split('/').at(-1) ?? '';
  for (const path of [room, student, `${own.room}/students/${id}`]) await expectHidden(page, path);
  expect((await page.request.get(`${room}/gradebook.csv`, retrying)).status()).toBe(404);
  const book = await page.request.get(`${own.room}/gradebook.csv`, retrying);
  expect(book.status()).toBe(200);
  expect(book.headers()['content-type']).toBe('text/csv; charset=utf-8');
});

test('a visitor who is not signed in is asked to, and then returns to the page', async ({
  page,
  browser,
}) => {
  const { room, student } = await pathsOf(browser, teacher, classroom);
  for (const path of ['/today', '/badges', '/leaderboard', '/profile', '/teach', room, student]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in to continue' })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      `/signin?next=${encodeURIComponent(path)}`,
    );
  }
  expect((await page.request.get(`${room}/gradebook.csv`, retrying)).status()).toBe(404);
  await page.goto(`${lesson}/try`);
  await expect(page.getByRole('button', { name: 'Check', exact: true }).first()).toBeVisible();
  await page.goto(`${lesson}/test`);
  await expect(page.getByRole('link', { name: 'Sign in to start' })).toBeVisible();
  await expect(page.getByText(/^A test needs an account/)).toBeVisible();
  await signInAs(page, teacher, room);
  await expect(page.getByRole('heading', { level: 1, name: classroom })).toBeVisible();
});

test('signing out everywhere ends sessions on other devices at their next request', async ({
  page,
  browser,
}) => {
  const person = await signUp(page, browser);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, person, '/today');
  await expect(other.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();

  await page.goto('/profile');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out on every device.')).toBeVisible();
  await other.goto('/badges');
  await expect(other.getByRole('heading', { level: 1, name: 'Sign in to continue' })).toBeVisible();
  await page.goto('/profile');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in to continue' })).toBeVisible();
  await elsewhere.close();
});

test('a browser in which an account was made is a known device, by a cookie that scripts cannot read', async ({
  page,
  browser,
}) => {
  await signUpByHand(page, browser);
  const device = (await page.context().cookies()).find(({ name }) => name === 'surefoot.devices');
  expect(device).toMatchObject({ path: '/signin', httpOnly: true, sameSite: 'Strict' });
});

test('signing out on one device leaves the other signed in', async ({ page, browser }) => {
  const person = await signUp(page, browser);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, person, '/today');
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await other.goto('/badges');
  await expect(other.getByRole('heading', { level: 1, name: 'Badges' })).toBeVisible();
  await elsewhere.close();
});
