import { expect, type Page } from '@playwright/test';
import { sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';

const step = (page: Page) => sheetOf(page, 'repro-project-hash-data');

test('a program runs in the browser without other servers, and offline', async ({
  page,
  browser,
  context,
  baseURL,
}) => {
  const asked: string[] = [];
  const complaints: string[] = [];
  // Other requests of the page fail with console errors too while it is offline.
  page.on('console', (message) => /Security Policy/.test(message.text()) && complaints.push(message.text()));
  await signUp(page, browser, `${lesson}/project`);
  await page.goto(`${lesson}/project`);
  // Text that is typed before hydration could be replaced by the server's draft.
  await waitForForms(page);
  context.on('request', (request) => asked.push(request.url()));
  const sheet = step(page);
  const editor = sheet.getByLabel('Your program');
  const run = sheet.getByRole('button', { name: 'Run', exact: true });
  const status = sheet.getByRole('status').filter({ hasText: /Finished|stopped|Stopped/ });
  await editor.fill('print("ä", sum(range(5)))\nprint(nothing)');
  expect(asked.filter((url) => url.includes('/runtime/'))).toEqual([]);
  await run.click();
  await expect(status).toHaveText('It stopped with an error.', { timeout: 60_000 });
  const output = sheet.getByRole('region', { name: 'Output' });
  await expect(output).toContainText('ä 10');
  await expect(output).toContainText("NameError: name 'nothing' is not defined");
  await context.setOffline(true);
  await editor.fill('print(6 * 7)');
  await run.click();
  await expect(output).toHaveText('42\n', { timeout: 60_000 });
  await context.setOffline(false);
  await editor.fill('while True: pass');
  await run.click();
  await sheet.getByRole('button', { name: 'Stop' }).click();
  await expect(status).toHaveText('Stopped by you.');
  expect(asked.filter((url) => !url.startsWith(baseURL ?? ''))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the server runs a submitted program and reports why it failed', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/project`);
  await page.goto(`${lesson}/project`);
  const sheet = step(page);
  await sheet
    .getByLabel('Your program')
    .fill('import hashlib\ndata_hash = hashlib.sha256(b"other").hexdigest()');
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByText('1 of 2 checks passed')).toBeVisible({ timeout: 60_000 });
  await sheet.getByLabel('Your program').fill('import hashlib\nhashlib.sha256(nothing)');
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByText('Your program stopped with NameError on line 2.')).toBeVisible({
    timeout: 60_000,
  });
});
