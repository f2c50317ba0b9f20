import { expect, type Page } from '@playwright/test';
import { openSheet } from './answers.ts';
import { classroom, lesson, retrying, signIn, signInAs, signUp, teacher } from './people.ts';
import { test } from './school.ts';

const dayMs = 86_400_000;
const challenge = `${lesson}/challenge`;
const timer = (page: Page) => page.getByRole('timer', { name: 'Time left' });

async function startChallenge(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start with problem 1' }).click();
  await expect(page.getByText('Problem 1 of 5', { exact: true })).toBeVisible();
}

/** The deadline of the open problem, from the server, whose clock is the one of this machine. */
async function deadlineOf(page: Page): Promise<number> {
  const field = (name: string) => openSheet(page).locator(`input[name=${name}]`).first().inputValue();
  const [lessonId, activity, item] = [await field('lesson'), await field('activity'), await field('item')];
  const question = new URLSearchParams({ lesson: lessonId, activity, item });
  const reply = await page.request.get(`/api/clock?${question}`, retrying);
  expect(reply.status()).toBe(200);
  const { deadline } = await reply.json();
  return deadline;
}

/** Expects the displayed time to match the deadline to the second. */
async function expectTrue(page: Page, deadline: number): Promise<void> {
  await expect(async () => {
    const before = Date.now();
    const [minutes = 0, seconds = 0] = ((await timer(page).textContent()) ?? '').split(':').map(Number);
    const after = Date.now();
    const shown = minutes * 60 + seconds;
    expect(shown).toBeLessThanOrEqual(Math.ceil((deadline - before) / 1000) + 1);
    expect(shown).toBeGreaterThanOrEqual(Math.ceil((deadline - after) / 1000) - 1);
  }).toPass();
}

test('two tabs, another device, Back and 20 reloads all show the server’s clock', async ({
  page,
  browser,
  context,
}) => {
  const person = await signUp(page, browser, challenge);
  await startChallenge(page);
  const deadline = await deadlineOf(page);
  await expectTrue(page, deadline);

  const second = await context.newPage();
  await second.goto(challenge);
  await expectTrue(second, deadline);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, person, challenge);
  await expectTrue(other, deadline);
  await elsewhere.close();

  for (let reloads = 0; reloads < 20; reloads++) await page.reload({ waitUntil: 'domcontentloaded' });
  await page.goto('/today');
  await page.goBack();
  expect(await deadlineOf(page)).toBe(deadline);
  await expectTrue(page, deadline);
});

test('C1: a browser whose clock is a day ahead, or changes during a problem, shows the same time', async ({
  page,
  browser,
  context,
}) => {
  await signUp(page, browser, challenge);
  await startChallenge(page);
  const deadline = await deadlineOf(page);
  const skewed = await context.newPage();
  await skewed.clock.install({ time: Date.now() + dayMs });
  await skewed.goto(challenge);
  expect(
    Math.abs((await skewed.evaluate(() => Date.now())) - Date.now() - dayMs),
    'the browser believes in another day',
  ).toBeLessThan(60_000);
  await expectTrue(skewed, deadline);
  await skewed.clock.setSystemTime(Date.now() - dayMs);
  await expectTrue(skewed, deadline);
  expect(await deadlineOf(skewed)).toBe(deadline);
});

test('scripts that load late do not shift the clock, even without replies from the clock API', async ({
  page,
  browser,
  context,
}) => {
  await signUp(page, browser, challenge);
  await startChallenge(page);
  const deadline = await deadlineOf(page);
  const slow = await context.newPage();
  await slow.route('**/api/clock?*', (route) => route.abort());
  let isHeld = true;
  const held: (() => void)[] = [];
  await slow.route('**/*.js', async (route) => {
    if (isHeld) await new Promise<void>((release) => held.push(release));
    await route.continue();
  });
  await slow.goto(challenge, { waitUntil: 'commit' });
  // Three seconds of the server's time pass before the first script is let through.
  const startedMs = Date.now();
  await expect.poll(() => Date.now() - startedMs).toBeGreaterThan(3_000);
  isHeld = false;
  for (const release of held) release();
  await expect(slow.getByRole('button', { name: 'Hide clock' })).toBeVisible();
  await expectTrue(slow, deadline);
});

test('C7: extra time that a teacher gives during a problem is shown to the student at the next request', async ({
  page,
  browser,
}) => {
  const person = await signUp(page, browser, challenge);
  await startChallenge(page);
  const before = await deadlineOf(page);

  const staffRoom = await browser.newContext();
  const desk = await staffRoom.newPage();
  await signInAs(desk, teacher, '/teach');
  await desk.getByRole('link', { name: classroom }).click();
  await desk.getByRole('link', { name: person.name }).first().click();
  const form = desk.getByRole('region', { name: 'Extra time' });
  await form.getByLabel('Time for timed tasks').selectOption('3');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Saved')).toBeVisible();
  await desk.reload();
  await expect(form.getByLabel('Time for timed tasks')).toHaveValue('3');
  await staffRoom.close();

  const after = await deadlineOf(page);
  expect(after - before).toBe(2 * 120_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expectTrue(page, after);
  await page.goto('/profile');
  await expect(page.getByText('Your teacher gives you 3 times the standard time')).toBeVisible();
});
