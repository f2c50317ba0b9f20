import { expect, test } from '@playwright/test';
import { sheetOf } from './answers.ts';
import { lesson, signUp } from './people.ts';

test('what is typed over a starter before the scripts are there is kept, and saved', async ({
  page,
  browser,
}) => {
  await signUp(page, browser);
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${lesson}/project`, { waitUntil: 'commit' });
  const sheet = sheetOf(page, 'repro-project-hash-data');
  const editor = sheet.getByLabel('Your program');
  await editor.fill('one = 1\ntwo = 2\nprint(one + two)');
  await expect(sheet.getByRole('status').filter({ hasText: 'Saved' })).toHaveCount(0);
  release();
  await expect(sheet.getByRole('status').filter({ hasText: 'Saved' })).toHaveText('Saved');
  await expect(editor).toHaveValue('one = 1\ntwo = 2\nprint(one + two)');
  await page.reload();
  await expect(editor).toHaveValue('one = 1\ntwo = 2\nprint(one + two)');
});
