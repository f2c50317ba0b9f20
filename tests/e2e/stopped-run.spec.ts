import { expect } from '@playwright/test';
import { sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';

test('after a stopped run, programs still run offline', async ({ page, browser, context }) => {
  await signUp(page, browser, `${lesson}/project`);
  await page.goto(`${lesson}/project`);
  await waitForForms(page);
  const sheet = sheetOf(page, 'repro-project-hash-data');
  const editor = sheet.getByLabel('Your program');
  const run = sheet.getByRole('button', { name: 'Run', exact: true });
  const running = sheet.getByRole('status').filter({ hasText: /^Running/ });
  await editor.fill('while True: pass');
  await run.click();
  await expect(running).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);
  for (const answer of ['42', '43']) {
    await sheet.getByRole('button', { name: 'Stop' }).click();
    await editor.fill(`print(${answer})`);
    await run.click();
    await expect(sheet.getByRole('region', { name: 'Output' })).toHaveText(`${answer}\n`, {
      timeout: 60_000,
    });
    await editor.fill('while True: pass');
    await run.click();
    await expect(running).toBeVisible();
  }
});
