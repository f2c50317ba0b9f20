import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { canaries, writeFixtureCourse } from '#tests/fixture-course.ts';
import { type OwnServer, startServer } from './own-server.ts';
import { retrying } from './people.ts';
import { test } from './school.ts';

const lesson = '/tracks/fixture-track/fixture';
const activities = ['', '/deep', '/try', '/challenge', '/review', '/scale', '/project', '/practice', '/test'];
const pages = [
  '/',
  '/signin',
  '/signup',
  '/join',
  '/help',
  '/tracks/fixture-track',
  ...activities.map((activity) => lesson + activity),
  '/today',
  '/today/review',
  '/badges',
  '/leaderboard',
  '/profile',
  '/teach',
  '/search?q=fixture',
  '/search?q=canary',
  '/search?q=try+feedback+solution+hint+key',
  '/api/search?q=canary',
  '/api/search?q=so+step+because',
  '/api/health',
  `${lesson}/practice/sheet`,
  `${lesson}/practice/sheet?answers=1`,
  `${lesson}/challenge/sheet?answers=1`,
  '/texts/passages/fixture-lesson/first',
  '/notes',
  '/progress',
  '/sw.js',
  '/no-such-page',
];

/** Every form in which the server sends a page: as a document, as a payload for the router, as a prefetch. */
const channels: Record<string, Record<string, string>> = {
  document: {},
  payload: { RSC: '1' },
  prefetch: { RSC: '1', 'Next-Router-Prefetch': '1' },
  segments: { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
};

const found = (text: string) => canaries.filter((word) => text.includes(word));

async function crawl(request: APIRequestContext): Promise<string[]> {
  const leaks: string[] = [];
  for (const path of pages) {
    for (const [channel, headers] of Object.entries(channels)) {
      const response = await request.get(path, { headers, ...retrying });
      leaks.push(...found(await response.text()).map((word) => `${path} as ${channel}: ${word}`));
    }
  }
  return leaks;
}

// Every page is fetched in every channel, three times over; the cases share one server, so they run in one worker.
test.describe.configure({ mode: 'default', timeout: 120_000 });

let server: OwnServer;
let content: string;

test.beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'surefoot-canaries-'));
  writeFixtureCourse(content);
  server = await startServer({ CONTENT_DIR: content, SIGN_UP: 'open' });
});

test.afterAll(async () => {
  await server.stop();
  rmSync(content, { recursive: true, force: true });
});

async function signUp(page: Page, userName: string): Promise<void> {
  await page.goto(`${server.url}/signup`);
  await page.getByLabel('User name').fill(userName);
  await page.getByLabel(/^Your name|^Name/).fill('Canary Watcher');
  await page.getByLabel('Password', { exact: true }).fill('a long enough phrase');
  await page.getByRole('button', { name: /Sign up|Create/ }).click();
  await expect(page.getByRole('button', { name: /your account/ })).toBeVisible();
}

test('no secret of any kind of item reaches a visitor who is not signed in', async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: server.url });
  const shown = await (await request.get(`${lesson}/try`, retrying)).text();
  expect(shown, 'the course is served at all').toContain('Is try-1 so?');
  expect(await crawl(request)).toEqual([]);
  await request.dispose();
});

test('a guest sees the feedback to what was answered and no other secret', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto(`${lesson}/try`);
  const first = page.locator('form', { hasText: 'Perhaps not' }).first();
  await first.getByText('Perhaps not', { exact: true }).click();
  await first.getByRole('button', { name: /^Check/ }).click();
  await expect(page.getByText('canary-try-1-feedback-no')).toBeVisible();
  await page.reload();
  await expect(page.getByText('You are trying this as a guest.')).toBeVisible();
  const revealed = new Set((await crawl(context.request)).map((leak) => leak.split(': ')[1]));
  expect([...revealed]).toEqual(['canary-try-1-feedback-no']);
  await context.close();
});

test('no secret reaches a student before an answer or during a test, and feedback does after an answer', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signUp(page, 'watcher');
  expect(await crawl(context.request)).toEqual([]);

  await page.goto(`${lesson}/test`);
  await page.getByRole('button', { name: /Begin|Start/ }).click();
  const answers: string[] = [];
  page.on('response', async (response) => {
    if (response.request().method() === 'POST') answers.push(await response.text().catch(() => ''));
  });
  for (let question = 1; question <= 5; question++) {
    await page.getByText('Surely so', { exact: true }).click();
    await page.getByRole('button', { name: /^(Check|Answer|Save)/ }).click();
    await expect(page.getByText(new RegExp(`${question + 1} of 10`)).first()).toBeVisible();
  }
  expect(await crawl(context.request)).toEqual([]);
  expect(answers.flatMap(found)).toEqual([]);

  await page.goto(`${lesson}/try`);
  const first = page.locator('form', { hasText: 'Perhaps not' }).first();
  await first.getByText('Perhaps not', { exact: true }).click();
  await first.getByRole('button', { name: /^Check/ }).click();
  await expect(page.getByText('canary-try-1-feedback-no')).toBeVisible();
  const revealed = new Set((await crawl(context.request)).map((leak) => leak.split(': ')[1]));
  expect([...revealed]).toEqual(['canary-try-1-feedback-no']);
  await context.close();
});

test('no script sent to browsers holds a key, a secret or a path', () => {
  const dir = join(import.meta.dirname, '../../.next/static');
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|css|map|json|txt)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(5);
  const texts = files.map((name) => readFileSync(join(dir, name), 'utf8'));
  const root = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim();
  for (const text of texts) {
    expect(text).not.toContain(root);
    expect(text).not.toContain('repro-pool-');
    expect(found(text)).toEqual([]);
  }
});
