import { expect } from '@playwright/test';
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
  const figures = [...own].map(([path, bytes]) => `${path} ${bytes}`).join(', ');
  console.log(`bare page ${bare} bytes of script after gzip; beyond it: ${figures}`);
  expect(Math.min(...own.values())).toBeGreaterThan(0);
  for (const [path, bytes] of own) expect.soft(bytes, path).toBeLessThanOrEqual(allowance);
});
