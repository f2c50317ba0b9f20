import { expect, type Locator, type Page } from '@playwright/test';
import { fillRight, itemIdOf, itemIds, optionsOf, pick, rightAnswerTo, sheetOf } from './answers.ts';
import { waitForForms, waitForKeys } from './hydrated.ts';
import { lesson, signInAs, signUp, teacher } from './people.ts';
import { railLink } from './rail.ts';
import { test } from './school.ts';

const drill = (page: Page) => page.getByRole('region', { name: 'Five to try' });
const sheets = (place: Locator) => place.getByRole('article');
const verdict = (sheet: Locator, word: RegExp) => sheet.getByRole('status').filter({ hasText: word });

async function missOne(page: Page, id: string): Promise<void> {
  await waitForForms(page);
  const sheet = sheetOf(page, id);
  const known = await rightAnswerTo(id);
  if (known.kind !== 'options') throw new Error(`${id} is no choice`);
  await pick(sheet, known.wrong.slice(0, 1));
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(verdict(sheet, /^Not yet/)).toBeVisible();
}

test('an activity that explains ends in five questions, and other ones can be drawn', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/why`);
  await expect(sheets(drill(page))).toHaveCount(5);
  const ids = () => sheets(drill(page)).evaluateAll((all) => all.map(({ id }) => id));
  const first = await ids();
  const choices = sheets(drill(page)).filter({ has: page.getByRole('radio') });
  const answered = await itemIdOf(choices.first());
  const sheet = sheetOf(page, answered);
  await fillRight(sheet);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(verdict(sheet, /^Right/)).toContainText(/\d+ points\./);
  await page.reload();
  await expect(verdict(sheet, /^Right/)).toBeVisible();
  expect(await ids()).toEqual(first);
  await drill(page).getByRole('button', { name: 'Get different questions' }).click();
  await expect(sheet).toHaveCount(0);
  const second = await ids();
  expect(second).toHaveLength(5);
  expect(second.filter((id) => first.includes(id))).toEqual([]);
  // The activity has a question of its own: those at its foot are none of its steps.
  await expect(railLink(page, 'Why')).toHaveAccessibleName(/^Why \d/);
});

test('an activity ends with its results, and the missed questions can be answered again', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, '/tracks/mlops/random-seeds/visualize');
  const ids = await itemIds('random-seeds', 'visualize');
  const [missed = '', ...others] = ids;
  for (const id of others) {
    await fillRight(sheetOf(page, id));
    await sheetOf(page, id).getByRole('button', { name: 'Check', exact: true }).click();
    await expect(verdict(sheetOf(page, id), /^Right/)).toBeVisible();
  }
  await missOne(page, missed);
  const end = page.getByRole('region', { name: 'How it went' });
  await expect(end).toContainText(`${others.length} right, 1 not yet.`);
  await expect(end).toContainText('2 concepts are due for review');
  await expect(end).toContainText('today counts for your streak');
  await end.getByText('Look back at each question').click();
  await expect(end.getByRole('link', { name: /^Not yet/ })).toHaveAttribute('href', `#${missed}`);
  await end.getByRole('button', { name: 'Retry the missed questions' }).click();
  await expect(page.getByText('You got this right last time, so it is not in this round.')).toHaveCount(
    others.length,
  );
  await fillRight(sheetOf(page, missed));
  await sheetOf(page, missed).getByRole('button', { name: 'Check', exact: true }).click();
  await expect(end).toContainText('1 right.');
  await expect(end.getByRole('link', { name: /^Next: / })).toBeVisible();
  await end.getByRole('button', { name: 'Back to all questions' }).click();
  await expect(sheetOf(page, others[0] ?? '')).toBeVisible();
});

test('keyboard shortcuts choose and check, are listed, and can be turned off', async ({ page, browser }) => {
  await signUp(page, browser, '/tracks/mlops/random-seeds/visualize');
  const [id = ''] = await itemIds('random-seeds', 'visualize');
  const options = optionsOf(sheetOf(page, id));
  await options.first().focus();
  await waitForKeys(page, sheetOf(page, id));
  await page.keyboard.press('2');
  await expect(options.nth(1)).toBeChecked();
  await page.keyboard.press('c');
  await expect(options.nth(2)).toBeChecked();
  await page.keyboard.press('Shift+?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help.getByText('choose an option')).toBeVisible();
  await help.getByRole('checkbox', { name: 'Use single-key shortcuts on this device' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await options.nth(2).focus();
  await page.keyboard.press('1');
  await expect(options.nth(2)).toBeChecked();
  await page.keyboard.press('Shift+?');
  await expect(help).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(verdict(sheetOf(page, id), /^(Right|Not yet)/)).toBeVisible();
  await page.goto('/profile');
  await expect(
    page.getByRole('checkbox', { name: 'Use single-key shortcuts on this device' }),
  ).not.toBeChecked();
});

test('a reported question reaches the teacher as it was shown, and the student sees the reply', async ({
  page,
  browser,
}) => {
  const { name } = await signUp(page, browser, '/tracks/mlops/random-seeds/visualize');
  const [id = ''] = await itemIds('random-seeds', 'visualize');
  await missOne(page, id);
  const chosen = await optionsOf(sheetOf(page, id)).evaluateAll((all) =>
    all.findIndex((input) => input instanceof HTMLInputElement && input.checked),
  );
  const form = sheetOf(page, id);
  await form.getByLabel('More about this question').click();
  await form.getByText('Report a problem with this question').click();
  await form.getByLabel('What is wrong?').selectOption('It is unclear what is asked');
  await form.getByLabel('Describe the problem').fill('Which of the two runs is meant?');
  await form.getByRole('button', { name: 'Send the report' }).click();
  await expect(form.getByText('Report sent. Thank you.')).toBeVisible();

  const office = await (await browser.newContext()).newPage();
  await signInAs(office, teacher, '/teach');
  await office.getByRole('link', { name: 'Reported questions' }).click();
  const report = office.getByRole('listitem').filter({ hasText: name });
  await expect(report).toContainText('Which of the two runs is meant?');
  await report.getByText('The question as the student saw it').click();
  expect(await itemIdOf(report.locator('article[data-item]'))).toBe(id);
  await expect(optionsOf(report).nth(chosen)).toBeChecked();
  await report.getByLabel('Reply').fill('The second. It says so now.');
  await report.getByRole('button', { name: 'Resolve' }).click();
  await expect(report).toContainText('Resolved just now: “The second. It says so now.”');
  await office.context().close();

  await page.reload();
  await form.getByLabel('More about this question').click();
  await form.getByText('Report a problem with this question').click();
  await expect(form).toContainText('Your report was reviewed: “The second. It says so now.”');
});

test('a student cannot open the reports of others', async ({ page, browser }) => {
  await signUp(page, browser);
  await page.goto('/teach/reports');
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
});
