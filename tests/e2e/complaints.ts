import type { Page } from '@playwright/test';

/** What the browser reports as an error from now on: failed scripts, and every reply of 400 or above. */
export function complaintsOf(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}
