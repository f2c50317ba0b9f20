import { expect, type Locator, type Page } from '@playwright/test';
import { optionsOf } from './answers.ts';

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
    await page.waitForFunction(isHydrated);
}

/**
 * Waits until a question and the shortcuts are hydrated, for a test that presses keys. Those at the foot of a page wait for
 * the reader, so the test has come near or has set the focus before.
 */
export async function waitForKeys(page: Page, sheet: Locator): Promise<void> {
  for (const part of [optionsOf(sheet).first(), page.locator('#shortcut-help')])
    await expect
      .poll(() => part.evaluate((node) => Object.keys(node).some((name) => name.startsWith('__react'))))
      .toBe(true);
}

/** React adds a property to each element that it has hydrated, except to its own hidden fields. The boxes of a checklist are text. */
function isHydrated(): boolean {
  const controls = [
    ...document.querySelectorAll(
      'main :is(button, form, textarea, select, input:not([type=hidden], [aria-hidden]))',
    ),
  ];
  return (
    controls
      // These are hydrated when the reader comes near them.
      .filter(
        (control) =>
          control.closest(
            '#practice, section[aria-labelledby=end], #shortcut-help, [data-steps], .lesson-bar',
          ) === null,
      )
      .every((control) => Object.keys(control).some((name) => name.startsWith('__react')))
  );
}
