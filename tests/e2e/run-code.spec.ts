import { expect, type Page } from '@playwright/test';
import { rightAnswerTo, sheetOf } from './answers.ts';
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

test('given code can be read, runs before the program, and the solution says that it was run', async ({
  page,
  browser,
}) => {
  const project = '/tracks/mlops/pinning-the-environment/project';
  await signUp(page, browser, project);
  await page.goto(project);
  await waitForForms(page);
  const sheet = sheetOf(page, 'pin-project-gate');
  const given = sheet.getByRole('region', { name: 'Given code' });
  await expect(given).toBeHidden();
  await sheet.getByText('Given code: 5 lines run before your program').click();
  await expect(given).toContainText('LOCK_AFTER = {"churnkit": "1.4.2", "rowtools": "2.1.0"}');
  const editor = sheet.getByLabel('Your program');
  await editor.fill('print(LOCK_AFTER["rowtools"])\nprint(LOCK_BETWEEN)');
  await sheet.getByRole('button', { name: 'Run', exact: true }).click();
  const output = sheet.getByRole('region', { name: 'Output' });
  await expect(output).toContainText('2.1.0', { timeout: 60_000 });
  // The line is that of the learner's program, not one counted from the given code on.
  await expect(output).toContainText('line 2');
  await expect(sheet.getByText('Checked by running')).toBeHidden();
  const answer = await rightAnswerTo('pin-project-gate');
  await editor.fill(answer.kind === 'typed' ? answer.text : '');
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByText('Checked by running')).toBeVisible({ timeout: 60_000 });
});
