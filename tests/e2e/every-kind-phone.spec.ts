import { expect, type Locator, type Page } from '@playwright/test';
import { kindOf } from '#components/item/kinds/registry.ts';
import { itemType, itemTypes } from '#lib/item/registry.ts';
import { fillRight, sheetOf } from './answers.ts';
import { buttonOf, firstOf } from './first-of-kind.ts';
import { waitForForms } from './hydrated.ts';
import { signUp } from './people.ts';
import { test } from './school.ts';

const width = 360;
test.use({ viewport: { width, height: 740 }, hasTouch: true, isMobile: true });

/** Parts of the sheet that are outside the screen and in no scrollable box. */
const outside = (sheet: Locator): Promise<string[]> =>
  sheet.evaluate((root, most) => {
    const scrolls = (node: Element | null): boolean =>
      node !== null &&
      node !== root &&
      (/auto|scroll/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
    return [...root.querySelectorAll('*')]
      .filter((node) => {
        const box = node.getBoundingClientRect();
        const isSeen = node.checkVisibility() && box.width > 1 && box.height > 1;
        return isSeen && (box.left < 0 || box.right > most + 0.5) && !scrolls(node.parentElement);
      })
      .map((node) => `${node.tagName} ${node.textContent?.slice(0, 40)}`);
  }, width);

/** Expects the sheet to fit on the screen, and stores its picture with the results. */
async function expectFits(page: Page, sheet: Locator, picture: string): Promise<void> {
  await expect.poll(() => outside(sheet), picture).toEqual([]);
  await expect
    .poll(() => page.evaluate(() => document.scrollingElement?.scrollWidth))
    .toBeLessThanOrEqual(width);
  await sheet.screenshot({ path: test.info().outputPath(`${picture}.png`) });
}

for (const kind of Object.keys(itemTypes)) {
  test(`${kind} fits on a phone, unanswered and answered`, async ({ page, browser }) => {
    const { path, item } = firstOf(kind);
    await signUp(page, browser, path);
    const sheet = sheetOf(page, item.id);
    await expect(sheet).toBeVisible();
    await waitForForms(page);
    await expectFits(page, sheet, `${kind}-asked`);
    const right = await fillRight(sheet);
    const box = sheet.getByRole('textbox');
    if (right.kind === 'open' && (await box.count()) > 0) await box.fill('What I remember. '.repeat(40));
    await expectFits(page, sheet, `${kind}-filled`);
    await sheet.getByRole('button', { name: buttonOf(item), exact: true }).tap();
    const outcome = sheet
      .getByRole('status')
      .filter({ hasText: itemType(item.type).graded ? /^Right/ : /\S/ });
    const turned = sheet.locator('fieldset').getByRole('button');
    await expect((kindOf(item).turn ? turned : outcome).first()).toBeVisible({ timeout: 60_000 });
    await expectFits(page, sheet, `${kind}-answered`);
  });
}
