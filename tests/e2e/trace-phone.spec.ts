import { expect } from '@playwright/test';
import { waitForHydration } from './hydrated.ts';
import { test } from './school.ts';

test.use({ viewport: { width: 360, height: 640 } });

test('on a phone the stepper stays in reach, and values, words and the current line stay in sight', async ({
  page,
}) => {
  await page.goto('/tracks/mlops/random-seeds/visualize');
  await waitForHydration(page);
  const trace = page.getByRole('figure').filter({ hasText: 'Two generators, one seed' });
  const next = trace.getByRole('button', { name: 'Next step' });
  const said = trace.getByRole('status');
  await trace.getByText('Two generators, one seed').evaluate((title) => title.scrollIntoView());
  const before = await next.boundingBox();
  // Nothing but an empty line and lines 3 to 5 run before x holds its first number.
  for (let step = 1; step <= 3; step += 1) await next.click();
  await expect(said).toContainText('Step 4 of 15, line 5. First draw of a.');
  expect(await next.boundingBox(), 'the button stays where the thumb is').toEqual(before);
  const row = trace.locator('[data-changed]');
  await expect(row).toHaveCount(1);
  await expect(row).toHaveText('x3changed');
  for (const part of [next, said, row, trace.locator('span[aria-current=step]')])
    await expect(part).toBeInViewport({ ratio: 0.9 });
  const [value, bar] = [await row.getByText('3').boundingBox(), await said.boundingBox()];
  expect((value?.y ?? 0) + (value?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  await trace.getByRole('button', { name: 'Last step' }).click();
  await expect(trace.locator('span[aria-current=step]')).toContainText('print(x, extra, y)');
  await expect(trace.locator('span[aria-current=step]')).toBeInViewport({ ratio: 0.9 });
  await expect(trace.getByRole('table')).toBeHidden();
  await trace.getByText('All steps in a table').click();
  await expect(trace.getByRole('table', { name: 'All steps' }).getByRole('row')).toHaveCount(16);
});
