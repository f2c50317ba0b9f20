import { expect, type Locator, type Page } from '@playwright/test';
import { itemIdOf } from './answers.ts';

/** What a page answers with scripts, without the parts that are hydrated when the reader comes near them. */
const parts =
  ':is(header .nav-link, main :is(button, form, textarea, select, input:not([type=hidden], [aria-hidden])))' +
  ':not(:is(#practice, section[aria-labelledby=end], #shortcut-help, [data-steps], .lesson-bar) *)';

/**
 * Waits until every form of a page is hydrated, except those that wait for the reader (questions at the foot, end card, shortcuts, the steps of a trace), which hydrate when they
 * come near the screen. An idle network is not enough, because scripts of questions are loaded one after the other.
 */
export async function waitForForms(page: Page): Promise<void> {
  await page.locator('main form').first().waitFor({ state: 'attached' });
  await waitForHydration(page);
  await page.waitForLoadState('networkidle');
}

/** Waits until the page is hydrated; returns at once in a browser without scripts. */
export async function waitForHydration(page: Page): Promise<void> {
  if (await page.evaluate(() => matchMedia('(scripting: enabled)').matches))
    await page.waitForFunction(areHydrated, parts);
}

/**
 * Waits until a question and the shortcuts are hydrated, for a test that presses keys. Those at the foot of a page wait for
 * the reader, so the test has come near or has set the focus before.
 */
export async function waitForKeys(page: Page, sheet: Locator): Promise<void> {
  const controls = `[id="${await itemIdOf(sheet)}"] :is(button, input[type=radio], input[type=checkbox])`;
  await expect(page.locator(controls).first()).toBeAttached();
  await expect(page.locator('#shortcut-help')).toBeAttached();
  await page.waitForFunction(areHydrated, `${controls}, #shortcut-help`);
}

/**
 * React attaches a fiber to each element that it has begun to hydrate. While a part of the page waits, for a script or for
 * processor time, its fibers are below one with the flag Hydrating (4096) or Placement (2), and React hands no event to them.
 */
function areHydrated(selector: string): boolean {
  return [...document.querySelectorAll(selector)].every((part) => {
    const name = Object.keys(part).find((key) => key.startsWith('__reactFiber$'));
    if (name === undefined) return false;
    let fiber = Reflect.get(part, name);
    for (; fiber && !fiber.alternate; fiber = fiber.return) if ((fiber.flags & 4098) !== 0) return false;
    return true;
  });
}
