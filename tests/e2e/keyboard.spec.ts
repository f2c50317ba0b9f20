import { expect, type Locator, type Page } from '@playwright/test';
import {
  blocksOf,
  itemIdOf,
  labelsOf,
  openSheet,
  optionsOf,
  positionOf,
  rightAnswerTo,
  sheetOf,
} from './answers.ts';
import { waitForHydration, waitForKeys } from './hydrated.ts';
import { expectSignedIn, lesson, signUp } from './people.ts';
import { test } from './school.ts';

/** Whether the focus is visible, on the element itself or on a box around it. */
function focusIsDrawn(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let at: Element | null = document.activeElement;
    for (let up = 0; at && at !== document.body && up < 5; up++, at = at.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) return true;
    }
    return document.activeElement === document.body;
  });
}

/** While a program's editor takes the place of its text area, both have the name. */
const isFocused = (wanted: Locator): Promise<boolean> =>
  wanted.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** Presses Tab until the element has the focus, and checks that the focus is visible at every stop. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stops = 0; stops < 120; stops++) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press(key);
    expect(await focusIsDrawn(page), `stop ${stops + 1} before ${wanted} shows where the focus is`).toBe(
      true,
    );
  }
  throw new Error(`Tab does not come to ${wanted}`);
}

const outcome = (sheet: Locator, word: RegExp): Locator =>
  sheet.getByRole('status').filter({ hasText: word });

/** The digit of the first right or the first wrong option. */
async function digitOf(sheet: Locator, isRight: boolean): Promise<string> {
  const right = await rightAnswerTo(await itemIdOf(sheet));
  if (right.kind !== 'options') throw new Error('Digits are for options');
  const words = await labelsOf(optionsOf(sheet));
  return String(words.findIndex((word) => right.right.includes(word) === isRight) + 1);
}

/** Answers a question right, with keys alone. */
async function answerByKeys(page: Page, sheet: Locator): Promise<void> {
  const right = await rightAnswerTo(await itemIdOf(sheet), await sheet.innerText());
  if (right.kind === 'options') await chooseByKeys(page, sheet, right.right);
  if (right.kind === 'order') await sortByKeys(page, sheet, right.steps);
  if (right.kind === 'blanks') await fillByKeys(page, sheet, right.tokens);
  if (right.kind === 'pairs') await pairByKeys(page, sheet, right.partners);
  const texts = right.kind === 'typed' ? [right.text] : right.kind === 'fields' ? right.texts : [];
  for (const [at, text] of texts.entries()) {
    await tabTo(page, sheet.getByRole('textbox').nth(at));
    await page.keyboard.type(text);
  }
  await tabTo(page, sheet.getByRole('button', { name: 'Check', exact: true }));
  await page.keyboard.press('Enter');
}

async function chooseByKeys(page: Page, sheet: Locator, right: readonly string[]): Promise<void> {
  const options = optionsOf(sheet);
  await tabTo(page, options.first());
  await waitForKeys(page, sheet);
  for (const [at, words] of (await labelsOf(options)).entries()) {
    if (!right.includes(words)) continue;
    await page.keyboard.press(String(at + 1));
    await expect(options.nth(at)).toBeChecked();
  }
}

async function sortByKeys(page: Page, sheet: Locator, steps: readonly string[]): Promise<void> {
  const blocks = blocksOf(sheet);
  await expect(blocks).toHaveCount(steps.length);
  for (const [to, step] of steps.entries()) {
    const at = await positionOf(blocks, step);
    if (at === to) continue;
    await tabTo(page, blocks.nth(at).getByRole('button', { name: /^Move / }));
    await waitForKeys(page, sheet);
    await page.keyboard.press('Space');
    await expect(sheet.getByText(/^Picked up, step/)).toHaveText(
      `Picked up, step ${at + 1} of ${steps.length}. Arrow keys move it, Space puts it down.`,
    );
    for (let place = at; place > to; place--) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    await expect(sheet.getByText(`Put down as step ${to + 1} of ${steps.length}.`)).toBeAttached();
    await expect.poll(() => positionOf(blocks, step)).toBe(to);
  }
}

async function fillByKeys(page: Page, sheet: Locator, tokens: readonly string[]): Promise<void> {
  const bank = await sheet.getByRole('list').last().getByRole('button').allInnerTexts();
  const words = bank.map((text) => text.split('\n').at(-1)?.trim());
  for (const [at, token] of tokens.entries()) {
    await tabTo(page, sheet.getByRole('button', { name: `Blank ${at + 1}: empty` }));
    await waitForKeys(page, sheet);
    await page.keyboard.press(String(words.indexOf(token) + 1));
    await expect(sheet.getByRole('button', { name: `Blank ${at + 1}: ${token}`, exact: true })).toBeFocused();
  }
}

async function pairByKeys(
  page: Page,
  sheet: Locator,
  partners: Readonly<Record<string, string>>,
): Promise<void> {
  for (const list of await sheet.getByRole('combobox').all()) {
    const { entry, offered } = await list.evaluate((node: HTMLSelectElement) => ({
      entry: (node.labels[0]?.textContent ?? '').replace(/\s+/g, ''),
      offered: [...node.options].map(({ text }) => text.replace(/^\d+\. /, '').replace(/\s+/g, '')),
    }));
    const wanted = offered.indexOf(partners[entry] ?? '');
    await tabTo(page, list);
    for (let at = 0; at < wanted; at++) await page.keyboard.press('ArrowDown');
    expect(await list.evaluate((node: HTMLSelectElement) => node.selectedIndex)).toBe(wanted);
  }
}

test('a person signs in with the keyboard', async ({ page, browser, context }) => {
  const { name, userName, password } = await signUp(page, browser);
  await context.clearCookies();
  await page.goto('/signin');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await tabTo(page, page.getByLabel('User name or e-mail'));
  await page.keyboard.type(userName);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not signed in')).toBeVisible();
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expectSignedIn(page, name);
});

test('a choice is answered with a digit and Enter, and the focus moves to the outcome', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/review`);
  const sheet = sheetOf(page, 'repro-quick-teammate');
  await tabTo(page, optionsOf(sheet).first());
  await waitForKeys(page, sheet);
  await page.keyboard.press(await digitOf(sheet, false));
  await page.keyboard.press('Enter');
  await expect(outcome(sheet, /^Not yet/)).toBeFocused();

  // The passage that teaches it opens beside it, and Escape gives the focus back.
  const offer = sheet.getByRole('button', { name: /^Read what teaches this/ });
  const passage = sheet.getByRole('region');
  await tabTo(page, offer);
  await page.keyboard.press('Enter');
  const end = async (of: Locator, side: 0 | 1): Promise<number> => {
    const box = await of.boundingBox();
    return box ? box.x + side * box.width : Number.NaN;
  };
  await expect.poll(async () => (await end(passage, 0)) - (await end(sheet, 1))).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Tab');
  await expect(passage.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(passage).toBeHidden();
  await expect(offer).toBeFocused();

  await tabTo(page, optionsOf(sheet).and(page.locator(':checked')), 'Shift+Tab');
  await page.keyboard.press(await digitOf(sheet, true));
  expect(await focusIsDrawn(page)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(outcome(sheet, /^Right/)).toBeFocused();
});

test('steps are put in order with Space and the arrow keys', async ({ page, browser }) => {
  await signUp(page, browser, '/tracks/mlops/random-seeds/practice');
  const sheet = sheetOf(page, 'seeds-practice-find-cause');
  await answerByKeys(page, sheet);
  await expect(outcome(sheet, /^Right/)).toBeFocused();
});

test('blanks are filled with digits', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/try`);
  const sheet = sheetOf(page, 'repro-try-hash');
  const right = await rightAnswerTo(await itemIdOf(sheet));
  if (right.kind !== 'blanks') throw new Error('These are no blanks');
  await fillByKeys(page, sheet, right.tokens);
  await page.keyboard.press('Backspace');
  await expect(sheet.getByRole('button', { name: `Blank ${right.tokens.length}: empty` })).toBeFocused();
  const last = right.tokens.at(-1);
  await tabTo(page, sheet.getByRole('button', { name: String(last), exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, sheet.getByRole('button', { name: 'Check', exact: true }));
  await page.keyboard.press('Enter');
  await expect(outcome(sheet, /^Right/)).toBeFocused();
});

test('Tab leaves a program, unless it is let indent; then Escape and Tab leave it', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/project`);
  const sheet = sheetOf(page, 'repro-project-hash-data');
  const editor = sheet.getByRole('textbox', { name: 'Your program' });
  const program = sheet.locator('textarea[name=code]');
  const run = sheet.getByRole('button', { name: 'Run', exact: true });
  await tabTo(page, editor);
  await expect(sheet.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(run).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(editor).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+M');
  await page.keyboard.press('Tab');
  await expect(editor).toBeFocused();
  await expect(program).toHaveValue(/^ {4}import csv/);
  await page.keyboard.press('Control+Z');
  await expect(program).toHaveValue(/^import csv/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(run).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(sheet.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
  expect(await focusIsDrawn(page)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(outcome(sheet, /^Not yet/)).toBeFocused();
});

test('a program that gets the focus during a submission keeps focus and selection', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, `${lesson}/project`);
  const sheet = sheetOf(page, 'repro-project-hash-data');
  const editor = sheet.getByRole('textbox', { name: 'Your program' });
  await editor.focus();
  await expect(sheet.locator('.cm-content')).toBeFocused();
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await editor.focus();
  await page.keyboard.press('Control+Home');
  for (let letter = 0; letter < 6; letter += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(outcome(sheet, /^Not yet/)).toBeVisible();
  // The page may draw the outcome from its own state first, and from the answer a moment later.
  await expect(sheet.getByRole('button', { name: 'Check', exact: true })).not.toHaveAttribute(
    'aria-disabled',
  );
  await expect(editor).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe('import');
});

test('pairs are matched with Tab and the arrow keys', async ({ page, browser }) => {
  await signUp(page, browser, '/tracks/mlops/pinning-the-environment/practice');
  const sheet = sheetOf(page, 'pin-practice-keepers');
  await waitForHydration(page);
  await answerByKeys(page, sheet);
  await expect(outcome(sheet, /^Right/)).toBeFocused();
});

test('a whole test is taken with the keyboard, and the focus is never lost', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await signUp(page, browser, `${lesson}/test`, 'one');
  await tabTo(page, page.getByRole('button', { name: 'Start the test' }));
  await page.keyboard.press('Enter');
  const isLost = () => page.evaluate(() => document.activeElement === document.body);
  for (let question = 1; question <= 10; question++) {
    await expect(page.getByText(`Question ${question} of 10`, { exact: true })).toBeVisible();
    await expect.poll(isLost, `at question ${question}`).toBe(false);
    await answerByKeys(page, openSheet(page));
  }
  await expect(page.getByText('10 of 10 answers were right')).toBeVisible();
  await expect.poll(isLost, 'at the result').toBe(false);
  await tabTo(page, page.getByRole('link', { name: 'Back to the lesson' }));
});

test('a challenge is started and its first problem answered with the keyboard', async ({ page, browser }) => {
  await signUp(page, browser, `${lesson}/challenge`);
  await tabTo(page, page.getByRole('button', { name: 'Start with problem 1' }));
  await page.keyboard.press('Enter');
  const sheet = openSheet(page);
  await expect(page.getByText('Problem 1 of 5', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement !== document.body), 'the focus is not lost').toBe(
    true,
  );
  await tabTo(page, optionsOf(sheet).first());
  await waitForKeys(page, sheet);
  await page.keyboard.press(await digitOf(sheet, true));
  await page.keyboard.press('Enter');
  await expect(outcome(sheet, /^Right/)).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Next problem' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Problem 2 of 5', { exact: true })).toBeVisible();
  await tabTo(page, optionsOf(openSheet(page)).first());
});
