import { gzipSync } from 'node:zlib';
import { type APIRequestContext, expect } from '@playwright/test';
import { activityPaths, lesson, signUp } from './people.ts';
import { test } from './school.ts';
import { bareWeight, weightOfPage } from './script-weight.ts';

/** Bytes after gzip that a lesson page may load beyond a bare page of the framework. */
const allowance = 25_000;

test('a lesson page loads little more script than a bare page', async ({ page, browser }) => {
  await signUp(page, browser);
  const bare = bareWeight();
  // React and its router alone are larger than this: a smaller figure would mean that nothing was measured.
  expect(bare).toBeGreaterThan(100_000);
  const own = new Map<string, number>();
  for (const path of activityPaths) {
    const fresh = await page.context().newPage();
    own.set(path || '/', (await weightOfPage(fresh, `${lesson}${path}`)) - bare);
    await fresh.close();
  }
  console.log(`bare page ${bare} bytes of script after gzip; beyond it: ${figuresOf(own)}`);
  expect(Math.min(...own.values())).toBeGreaterThan(0);
  for (const [path, bytes] of own) expect.soft(bytes, path).toBeLessThanOrEqual(allowance);
});

/** Bytes after gzip that the HTML of a lesson page may have, whichever questions are drawn for its foot. */
const htmlAllowance = 20_480;

test('the HTML of a lesson page stays small, for visitors and for students', async ({ page, browser }) => {
  const visitor = await browser.newContext();
  const visitors = await htmlWeights(visitor.request);
  await visitor.close();
  await signUp(page, browser);
  const students = await htmlWeights(page.request);
  console.log(`HTML after gzip: visitors ${figuresOf(visitors)}; students ${figuresOf(students)}`);
  for (const [path, bytes] of visitors) expect.soft(bytes, path).toBeLessThanOrEqual(htmlAllowance);
  for (const [path, bytes] of students) {
    // Smaller would mean that something else than the lesson was measured.
    expect.soft(bytes, path).toBeGreaterThan(5_000);
    expect.soft(bytes, path).toBeLessThanOrEqual(htmlAllowance);
  }
});

/** The HTML of each activity's page, in bytes after gzip. */
async function htmlWeights(request: APIRequestContext): Promise<Map<string, number>> {
  const weights = new Map<string, number>();
  for (const path of activityPaths) {
    const response = await request.get(`${lesson}${path}`);
    expect(response.status(), path).toBe(200);
    weights.set(path || '/', gzipSync(await response.body()).length);
  }
  return weights;
}

const figuresOf = (weights: ReadonlyMap<string, number>): string =>
  [...weights].map(([path, bytes]) => `${path} ${bytes}`).join(', ');
