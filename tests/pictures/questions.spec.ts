import { expect, type Locator } from '@playwright/test';
import { itemType, itemTypes } from '#lib/item/registry.ts';
import { blocksOf, fillRight, itemIds, pick, rightAnswerTo, sheetOf, tokenOf } from '#tests/e2e/answers.ts';
import { buttonOf, firstOf } from '#tests/e2e/first-of-kind.ts';
import { waitForForms } from '#tests/e2e/hydrated.ts';
import { lesson, signUp } from '#tests/e2e/people.ts';
import { test } from '#tests/e2e/school.ts';
import { take } from './take.ts';

/** Fills in an answer that is not right, as far as the kind of question allows it. */
async function fillWrong(sheet: Locator): Promise<void> {
  const id = (await sheet.getAttribute('id')) ?? '';
  const known = await rightAnswerTo(id, await sheet.innerText());
  if (known.kind === 'options') await pick(sheet, known.wrong.slice(0, 1));
  if (known.kind === 'order') await blocksOf(sheet).last().getByRole('button', { name: /^Up / }).click();
  if (known.kind === 'blanks') {
    const tokens = [...known.wrong, ...known.tokens.toReversed()].slice(0, known.tokens.length);
    for (const token of tokens) await tokenOf(sheet, token).click();
  }
  if (known.kind === 'pairs')
    for (const list of await sheet.getByRole('combobox').all()) await list.selectOption({ index: 1 });
  if (known.kind === 'typed' || known.kind === 'fields')
    for (const field of await sheet.getByRole('textbox').all()) await field.fill('41');
}

for (const kind of Object.keys(itemTypes)) {
  test(`question: ${kind}`, async ({ page, browser }) => {
    const { path, item } = firstOf(kind);
    await signUp(page, browser, `${path}#${item.id}`, 'one');
    const sheet = sheetOf(page, item.id);
    await waitForForms(page);
    await take(page, `question-${kind}-asked`, sheet);
    const button = sheet.getByRole('button', { name: buttonOf(item), exact: true });
    const status = sheet.getByRole('status').filter({ hasText: /\S/ });
    if (itemType(item.type).graded) {
      await fillWrong(sheet);
      await button.click();
      await expect(status.first()).toBeVisible({ timeout: 60_000 });
      await take(page, `question-${kind}-wrong`, sheet);
    }
    const hint = sheet.getByRole('button', { name: /^Show (another )?hint/ });
    if (await hint.isVisible()) await hint.click();
    const again = sheet.getByRole('button', { name: 'Try again' });
    if (await again.isVisible()) await again.click();
    for (const blank of await sheet.locator('button[data-blank]').all()) await blank.click();
    const filled = await fillRight(sheet);
    const box = sheet.getByRole('textbox');
    if (filled.kind === 'open' && (await box.count()) > 0) await box.fill('The commit and the seeds.');
    await button.click();
    await expect(status.or(sheet.getByRole('button', { name: /^Again/ })).first()).toBeVisible();
    await take(page, `question-${kind}-right`, sheet);
  });
}

test('questions: list', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/practice`, 'list');
  await take(page, 'questions-list');
});

test('questions: end card', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/practice`, 'one');
  await waitForForms(page);
  for (const at of (await itemIds('reproducibility', 'practice')).keys()) {
    await expect(page.getByRole('heading', { name: new RegExp(`^Question ${at + 1} of`) })).toBeVisible();
    await page.getByRole('link', { name: 'Skip', exact: true }).click();
  }
  await expect(page.getByRole('heading', { name: 'How it went' })).toBeVisible();
  await take(page, 'questions-end');
});

test('question: program', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/project`, 'one');
  await waitForForms(page);
  const sheet = sheetOf(page, 'repro-project-hash-data');
  const run = async (program: string) => {
    await sheet.getByLabel('Your program').fill(program);
    await sheet.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(sheet.getByRole('region', { name: 'Output' })).toBeVisible({ timeout: 60_000 });
  };
  await run('print("ä", sum(range(5)))');
  await take(page, 'program-run', sheet);
  await run('print("ä", sum(range(5)))\nprint(nothing)');
  await expect(sheet.getByText('It stopped with an error.')).toBeVisible({ timeout: 60_000 });
  await take(page, 'program-error', sheet);
});

test('trace', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/visualize`, 'one');
  const figure = page.locator('figure:has(table)').first();
  await figure.scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Next step' }).click();
  await page.getByRole('button', { name: 'Go to step 7', exact: true }).click();
  await take(page, 'trace', figure);
});
