import { expect, type Locator, type Page } from '@playwright/test';
import { sheetOf } from './answers.ts';
import { waitForForms } from './hydrated.ts';
import { lesson, signUp } from './people.ts';
import { test } from './school.ts';

const step = (page: Page) => sheetOf(page, 'repro-project-hash-data');
const program = (sheet: Locator) => sheet.locator('textarea[name=code]');

test('a program that is edited gets colours, and what is typed is kept', async ({ page, browser }) => {
  const refused: string[] = [];
  page.on('console', (message) => /Security Policy/.test(message.text()) && refused.push(message.text()));
  await signUp(page, browser, `${lesson}/project`);
  await waitForForms(page);
  const sheet = step(page);
  const editor = sheet.locator('.cm-content');
  const box = sheet.locator('.code-editor');
  await program(sheet).scrollIntoViewIfNeeded();
  await expect(page.locator('.cm-editor'), 'nothing is loaded before it is used').toHaveCount(0);
  const before = await box.boundingBox();
  await program(sheet).click({ position: { x: 200, y: 20 } });
  await expect(editor).toBeFocused();
  const after = await box.boundingBox();
  expect([after?.x, after?.width]).toEqual([before?.x, before?.width]);
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0)), 'the line that was clicked stays').toBeLessThan(2);
  const colourOf = (place: Locator) => place.evaluate((element) => getComputedStyle(element).color);
  expect(await colourOf(editor.locator('.tk-keyword').first())).not.toBe(await colourOf(editor));
  await expect(editor.getByText('… 17 lines')).toBeVisible();
  await expect(editor, 'the data are folded').not.toContainText('16,50,7,1');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# mine\nfor n in []:\npass');
  // The editor indents the line after a colon.
  await expect(program(sheet)).toHaveValue(/^# mine\nfor n in \[\]:\n {4}passimport csv\n[\s\S]*16,50,7,1\n/);
  await expect(sheet.getByRole('status').filter({ hasText: 'Saved' })).toHaveText('Saved');
  await page.reload();
  await expect(program(sheet)).toHaveValue(/^# mine\nfor n in \[\]:\n {4}passimport csv\n/);
  await waitForForms(page);
  await program(sheet).focus();
  await sheet.getByRole('button', { name: 'Reset to the starter code' }).click();
  await expect(program(sheet)).toHaveValue(/^import csv\n/);
  expect(refused).toEqual([]);
});

test('a run and a check have one place, where the newer takes the place of the older', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/project`);
  await waitForForms(page);
  const sheet = step(page);
  const output = sheet.getByRole('region', { name: 'Output' });
  const checks = sheet.getByText('0 of 2 checks passed');
  const run = sheet.getByRole('button', { name: 'Run', exact: true });
  await sheet.getByLabel('Your program').fill('print("old output")');
  await run.click();
  await expect(output).toHaveText('old output\n', { timeout: 60_000 });
  await sheet.getByLabel('Your program').press('Control+Enter');
  await expect(checks).toBeVisible({ timeout: 60_000 });
  await expect(output).toHaveCount(0);
  await run.click();
  await expect(output).toHaveText('old output\n', { timeout: 60_000 });
  await expect(checks).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Show the last check again' }).click();
  await expect(checks).toBeVisible();
});
