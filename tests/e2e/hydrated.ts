import type { Page } from '@playwright/test';

/**
 * Waits until every form of a page is taken over by its script, but for the questions at its foot, which wait for
 * somebody to come near. A quiet network alone says nothing: scripts of questions are asked for one after the other.
 */
export async function waitForForms(page: Page): Promise<void> {
  await page.locator('main form').first().waitFor({ state: 'attached' });
  await waitForHydration(page);
  await page.waitForLoadState('networkidle');
}

/** Waits until what is drawn answers to its script; a browser without scripts has nothing to wait for. */
export async function waitForHydration(page: Page): Promise<void> {
  if (await page.evaluate(() => matchMedia('(scripting: enabled)').matches))
    await page.waitForFunction(isHydrated);
}

/** React leaves its mark on each element that it has taken over, and none on the fields it posts for its own use. */
function isHydrated(): boolean {
  const controls = [
    ...document.querySelectorAll('main :is(button, form, textarea, select, input:not([type=hidden]))'),
  ];
  return controls
    .filter((control) => control.closest('#practice') === null)
    .every((control) => Object.keys(control).some((name) => name.startsWith('__react')));
}
