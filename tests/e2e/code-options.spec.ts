import { expect } from '@playwright/test';
import { fillRight, openSheet } from './answers.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';

test.use({ viewport: { width: 360, height: 740 } });

test('on a phone each timed problem opens with its question in sight, and options that are code can be read', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/challenge`);
  await page.getByRole('button', { name: 'Start with problem 1' }).click();
  const options = page.locator('.code-options');
  let seen = 0;
  for (const problem of [1, 2, 3, 4, 5]) {
    await expect(page.getByText(`Problem ${problem} of 5`, { exact: true })).toBeVisible();
    const sheet = openSheet(page);
    await expect(sheet.getByRole('paragraph').first()).toBeInViewport({ ratio: 1 });
    if (await options.count()) {
      seen += 1;
      const [first, ...lines] = await options.locator('.line').all();
      const background = () =>
        options
          .locator('[data-differs]')
          .first()
          .evaluate((line) => getComputedStyle(line).backgroundColor);
      const plain = await background();
      await options.getByText('Mark the lines that differ').click();
      expect(await background()).not.toBe(plain);
      await options.getByText('Break long lines').click();
      for (const line of [first, ...lines])
        expect(await line?.evaluate((box) => box.scrollWidth <= box.clientWidth), 'no line is cut').toBe(
          true,
        );
      // Neither is an answer.
      await expect(options.getByRole('radio', { checked: true })).toHaveCount(0);
    }
    await fillRight(sheet);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    if (problem < 5) await page.getByRole('button', { name: 'Next problem' }).click();
  }
  await expect(page.getByRole('heading', { name: '5 of 5 right' })).toBeVisible();
  expect(seen).toBe(1);
});
