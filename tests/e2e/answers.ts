import { expect, type Locator, type Page } from '@playwright/test';
import { chance } from '#lib/chance/chance.ts';
import { fieldsOf, itemType } from '#lib/item/registry.ts';
import { plainText, type RichNode } from '#lib/text/rich.ts';
import { ourLibrary } from '#tests/our-lessons.ts';

/** The right answer to an item, by the labels on its page, because the ids there differ for each sitting. */
export type RightAnswer =
  | { readonly kind: 'options'; readonly right: readonly string[]; readonly wrong: readonly string[] }
  | { readonly kind: 'order'; readonly steps: readonly string[] }
  | { readonly kind: 'blanks'; readonly tokens: readonly string[]; readonly wrong: readonly string[] }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'fields'; readonly texts: readonly string[] }
  /** The partner of each entry, by the entry's label. */
  | { readonly kind: 'pairs'; readonly partners: Readonly<Record<string, string>> }
  | { readonly kind: 'open' };

/** The ids of an activity's items, in the order of its page. */
export async function itemIds(lesson: string, activity: string): Promise<string[]> {
  const activities = (await ourLibrary()).lesson('mlops', lesson)?.activities ?? [];
  return activities.find(({ slug }) => slug === activity)?.items.map(({ id }) => id) ?? [];
}

/** @param shown the text of the sheet, by which the variant of an item that varies is known */
export async function rightAnswerTo(itemId: string, shown = ''): Promise<RightAnswer> {
  const found = (await ourLibrary()).item(itemId);
  if (!found) throw new Error(`${itemId} is no item of the demo's lessons`);
  const whole = { item: found.item, secret: found.secret.open() };
  const asked = whole.secret.variants?.find(({ item }) =>
    squeeze(shown).includes(squeezedText(item.prompt.slice(0, 1))),
  );
  const { body } = (asked ?? whole).item;
  const { key } = (asked ?? whole).secret;
  if ('options' in body && body.options) {
    const correct = 'correct' in key ? key.correct : 'choice' in key ? (key.choice?.correct ?? []) : [];
    const words = (isRight: boolean) =>
      (body.options ?? [])
        .filter(({ id }) => correct.includes(id) === isRight)
        .map(({ label }) => squeezedText(label));
    return { kind: 'options', right: words(true), wrong: words(false) };
  }
  if ('blocks' in body && 'order' in key) {
    const word = (id: string) => squeezedText(body.blocks.find((block) => block.id === id)?.label ?? []);
    return { kind: 'order', steps: key.order.map(word) };
  }
  if ('bank' in body && 'accepted' in key && body.bank) {
    const accepted = Object.values(key.accepted).flat();
    return {
      kind: 'blanks',
      tokens: body.blanks.map((id) => key.accepted[id]?.[0] ?? ''),
      wrong: body.bank.filter((token) => !accepted.includes(token)),
    };
  }
  if ('left' in body && 'pairs' in key) {
    const word = (id: string | undefined) =>
      squeezedText([...body.left, ...body.right].find((entry) => entry.id === id)?.label ?? []);
    return {
      kind: 'pairs',
      partners: Object.fromEntries(body.left.map(({ id }) => [word(id), word(key.pairs[id])])),
    };
  }
  const type = itemType(found.item.type);
  if (!type.graded) return { kind: 'open' };
  const answer = type.exampleAnswer(body, key, true, chance('e2e'));
  const texts = Object.values(fieldsOf(type, type.runs?.asSubmitted(answer) ?? answer)).flat();
  const [text = ''] = texts;
  return texts.length === 1 ? { kind: 'typed', text } : { kind: 'fields', texts };
}

const squeezedText = (nodes: readonly RichNode[]): string => squeeze(plainText(nodes));
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** The sheet of one item, by its id: sheets stream in one by one, so the first visible one may not be the page's first. */
export const sheetOf = (page: Page, itemId: string): Locator =>
  page.getByRole('article').and(page.locator(`[id="${itemId}"]`));

/** The open sheet of a challenge or test. The page around it is also an article, but has no name. */
export const openSheet = (page: Page): Locator => page.getByRole('article', { name: /\S/ });

export async function itemIdOf(sheet: Locator): Promise<string> {
  return (await sheet.getAttribute('id')) ?? '';
}

/** Fills in the right answer with the mouse; the caller presses the button. */
export async function fillRight(sheet: Locator): Promise<RightAnswer> {
  const right = await rightAnswerTo(await itemIdOf(sheet), await sheet.innerText());
  if (right.kind === 'options') await pick(sheet, right.right);
  if (right.kind === 'order') await sortByButtons(sheet, right.steps);
  if (right.kind === 'blanks') {
    for (const token of right.tokens) await tokenOf(sheet, token).click();
  }
  if (right.kind === 'typed') await sheet.getByRole('textbox').fill(right.text);
  if (right.kind === 'fields') {
    for (const [at, text] of right.texts.entries()) await sheet.getByRole('textbox').nth(at).fill(text);
  }
  if (right.kind === 'pairs') await pair(sheet, right.partners);
  return right;
}

/** Fills in the right answer with the inputs that work without a script; the caller presses the button. */
export async function fillRightPlainly(sheet: Locator): Promise<RightAnswer> {
  const right = await rightAnswerTo(await itemIdOf(sheet));
  if (right.kind === 'order') await numberSteps(sheet, right.steps);
  else if (right.kind === 'blanks') {
    for (const [at, token] of right.tokens.entries())
      await sheet.getByRole('combobox', { name: `Blank ${at + 1}` }).selectOption(token);
  } else await fillRight(sheet);
  return right;
}

/** Gives every step the number of its position. */
async function numberSteps(sheet: Locator, steps: readonly string[]): Promise<void> {
  const rows = sheet.getByRole('listitem').filter({ has: sheet.page().getByRole('spinbutton') });
  const texts = (await rows.allTextContents()).map(squeeze);
  for (const [at, text] of texts.entries()) {
    // One step may begin like another: the longest that fits is meant.
    const [step = ''] = steps
      .filter((one) => text.startsWith(one))
      .toSorted((one, other) => other.length - one.length);
    await rows
      .nth(at)
      .getByRole('spinbutton')
      .fill(String(steps.indexOf(step) + 1));
  }
}

/** Chooses a partner for each entry; a list may number its partners. */
async function pair(sheet: Locator, partners: Readonly<Record<string, string>>): Promise<void> {
  const lists = sheet.getByRole('combobox');
  await expect(lists.first()).toBeVisible();
  for (let at = 0; at < (await lists.count()); at++) {
    const list = lists.nth(at);
    const { entry, offered } = await list.evaluate((node: HTMLSelectElement) => ({
      entry: (node.labels[0]?.textContent ?? '').replace(/\s+/g, ''),
      offered: [...node.options].map(({ text }) => text),
    }));
    const option = offered.find((text) => squeeze(text.replace(/^\d+\. /, '')) === partners[entry]);
    await list.selectOption({ label: option ?? '' });
  }
}

export const tokenOf = (sheet: Locator, token: string): Locator =>
  sheet.getByRole('button', { name: token, exact: true });

/** Checks the options with these labels, given without spaces, and unchecks the others. */
export async function pick(sheet: Locator, labels: readonly string[]): Promise<void> {
  const inputs = optionsOf(sheet);
  // The sheet may be there a moment before its options, whose script is loaded with the first question of a kind.
  await expect(inputs.first()).toBeVisible();
  for (const [at, words] of (await labelsOf(inputs)).entries()) {
    const input = inputs.nth(at);
    if (labels.includes(words)) await input.check();
    else if ((await input.getAttribute('type')) === 'checkbox') await input.uncheck();
  }
}

export const optionsOf = (sheet: Locator): Locator =>
  sheet.getByRole('radio').or(sheet.getByRole('checkbox'));

/** The label of each option, without spaces and without the number and the "chosen" that are hidden from screen readers. */
export function labelsOf(inputs: Locator): Promise<string[]> {
  return inputs.evaluateAll((nodes) =>
    nodes.map((node) => {
      const label = node instanceof HTMLInputElement ? node.labels?.[0] : undefined;
      return [...(label?.children ?? [])]
        .filter((part) => !part.hasAttribute('aria-hidden'))
        .map((part) => part.textContent ?? '')
        .join('')
        .replace(/\s+/g, '');
    }),
  );
}

export const blocksOf = (sheet: Locator): Locator =>
  sheet.getByRole('listitem').filter({ has: sheet.page().getByRole('button', { name: /^Move / }) });

/** The index of a step. The text of a block ends with its buttons, so the shortest text that starts with the step is meant. */
export async function positionOf(blocks: Locator, step: string): Promise<number> {
  const texts = (await blocks.allTextContents()).map((text) => squeeze(text).replace(/^\d+/, ''));
  const own = texts.filter((text) => text.startsWith(step)).toSorted((x, y) => x.length - y.length)[0];
  if (own === undefined) throw new Error(`No block says «${step}» among ${texts.join(' | ')}`);
  return texts.indexOf(own);
}

/** Moves every step to its position with the buttons beside it. */
export async function sortByButtons(
  sheet: Locator,
  steps: readonly string[],
  press: (button: Locator) => Promise<void> = (button) => button.click(),
): Promise<void> {
  const blocks = blocksOf(sheet);
  await expect(blocks).toHaveCount(steps.length);
  for (const [to, step] of steps.entries()) {
    for (let at = await positionOf(blocks, step); at > to; at--) {
      await press(blocks.nth(at).getByRole('button', { name: /^Up / }));
      await expect.poll(() => positionOf(blocks, step)).toBe(at - 1);
    }
  }
}
