import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { appleIcon, appleIconFile } from './apple-icon.ts';
import { findBrowser } from './browser.ts';
import { fillRight, openSheet } from './e2e/answers.ts';

/** `npm run pictures [-- --url URL]`: takes the pictures of the handbook and the README in a demo school, and draws the icon for Apple devices. */
const folder = join(import.meta.dirname, '../content/handbook/pictures');
const mostKb = { each: 200, all: 3000 };
const lesson = '/tracks/mlops/reproducibility';
const finished = '/tracks/mlops/random-seeds';
const sizes = { desk: { width: 1280, height: 860 }, phone: { width: 360, height: 740 } };

type Theme = 'light' | 'dark';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly themes?: readonly Theme[];
  /** Brings the page into the state to be shown. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** The element at the top of the picture; the top of the page if not given. */
  readonly from?: string;
}

const ofStudent: Picture[] = [
  { name: 'catalogue', path: '/' },
  { name: 'lesson', path: lesson, themes: ['light', 'dark'] },
  { name: 'trace', path: `${lesson}/visualize`, from: 'figure:has(table)', prepare: stepThrough },
  { name: 'try', path: `${lesson}/try`, from: 'article[id]', prepare: fillOneBlank },
  { name: 'test-result', path: `${finished}/test`, from: '#result' },
  { name: 'badges', path: '/badges' },
  { name: 'leaderboard', path: '/leaderboard' },
  { name: 'today', path: '/today' },
  { name: 'track', path: '/tracks/mlops' },
];
const ofTeacher: Picture[] = [
  {
    name: 'class',
    path: '/teach',
    from: 'section:has(> figure .matrix)',
    themes: ['light', 'dark'],
    prepare: openClass,
  },
];

async function stepThrough(page: Page): Promise<void> {
  for (let step = 1; step < 9; step++) await page.getByRole('button', { name: 'Next step' }).click();
}

async function fillOneBlank(page: Page): Promise<void> {
  const item = page.locator('article[id]').first();
  await item.getByRole('button', { name: 'seed', exact: true }).click();
}

async function openClass(page: Page): Promise<void> {
  if (!new URL(page.url()).pathname.startsWith('/teach/'))
    await page.locator('main a[href^="/teach/"]').first().click();
  await page.locator('.matrix').waitFor();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  const demo = values.url === undefined ? await openDemo() : undefined;
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(appleIconFile, await appleIcon());
    await takeAll(browser, values.url ?? demo?.url ?? '');
  } finally {
    await browser.close();
    await demo?.close();
  }
}

async function takeAll(browser: Browser, baseURL: string): Promise<void> {
  let total = 0;
  const take = async (page: Page, picture: Picture, size: keyof typeof sizes, theme: Theme) => {
    const path = join(folder, `${picture.name}-${size}-${theme}.png`);
    await scrollToStart(page, picture.from);
    await page.screenshot({ path, scale: 'css', animations: 'disabled' });
    const kb = (await stat(path)).size / 1000;
    if (kb > mostKb.each) throw new Error(`${path} has ${Math.round(kb)} kB, ${mostKb.each} at most`);
    total += kb;
    console.log(path);
  };
  const student = await signInAs(browser, baseURL, 'Ada Lindqvist');
  const teacher = await signInAs(browser, baseURL, 'Thandiwe Mokoena');
  const newcomer = await signInAs(browser, baseURL, 'Noor Haddad');
  for (const [who, pictures] of [
    [student, ofStudent],
    [teacher, ofTeacher],
  ] as const) {
    for (const picture of pictures) await takeEach(who, picture, take);
  }
  await takeChallenge(newcomer, take);
  if (total > mostKb.all) throw new Error(`${Math.round(total)} kB in all, ${mostKb.all} at most`);
  console.log(`${Math.round(total)} kB in all`);
}

type Take = (page: Page, picture: Picture, size: keyof typeof sizes, theme: Theme) => Promise<void>;

async function takeEach(who: BrowserContext, picture: Picture, take: Take): Promise<void> {
  for (const size of ['desk', 'phone'] as const) {
    for (const theme of picture.themes ?? ['light']) {
      const page = await who.newPage();
      await page.setViewportSize(sizes[size]);
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(picture.path);
      await picture.prepare?.(page);
      await take(page, picture, size, theme);
      await page.close();
    }
  }
}

/** A problem with its clock, then the badge, which is shown only when it is earned and therefore to a new student. */
async function takeChallenge(who: BrowserContext, take: Take): Promise<void> {
  const page = await who.newPage();
  const both = async (name: string, from: string) => {
    for (const size of ['phone', 'desk'] as const) {
      await page.setViewportSize(sizes[size]);
      await take(page, { name, path: '', from }, size, 'light');
    }
  };
  await page.goto(`${finished}/challenge`);
  await page.getByRole('button', { name: /^(Start with problem 1|Take the challenge again)$/ }).click();
  for (let problem = 1; problem <= 5; problem++) {
    await page.getByText(`Problem ${problem} of 5`, { exact: true }).waitFor();
    await fillRight(openSheet(page));
    if (problem === 2) await both('challenge', 'section:has(> article[id])');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    if (problem < 5) await page.getByRole('button', { name: 'Next problem' }).click();
  }
  await page.getByRole('heading', { name: '5 of 5 right' }).waitFor();
  await both('challenge-result', 'section[aria-labelledby=result]');
}

/** Waits for streamed content and fonts, and scrolls to the start of the picture. */
async function scrollToStart(page: Page, from: string | undefined): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.evaluate(async (selector) => {
    await document.fonts.ready;
    const start = selector && document.querySelector(selector);
    if (start) scrollTo(0, scrollY + start.getBoundingClientRect().top - 24);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, from);
}

async function signInAs(browser: Browser, baseURL: string, name: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, reducedMotion: 'reduce', deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto('/signin');
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: `${name}, your account` }).waitFor();
  await page.close();
  return context;
}

async function openDemo(): Promise<{ url: string; close(): Promise<void> }> {
  const port = String(await freePort());
  const child = spawn('npm', ['run', 'demo'], {
    env: { ...process.env, PORT: port, DATA_DIR: '' },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const url = `http://localhost:${port}`;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = () => endGroup(child, ended);
  try {
    await ready(`${url}/api/health`, child);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`The demo ended with ${child.exitCode}`);
}

/** Ends the process group that was started here, and nothing else. */
async function endGroup(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

await main();
