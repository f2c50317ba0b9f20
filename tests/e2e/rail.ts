import type { Locator, Page } from '@playwright/test';

/** The activities of a lesson, beside its text. */
export const rail = (page: Page): Locator => page.getByRole('navigation', { name: 'Activities' });

/** The link to an activity, whose name says how much of it is done and how long it takes. */
export const railLink = (page: Page, title: string): Locator =>
  rail(page).getByRole('link', { name: new RegExp(`^${title}( \\d+ of \\d+ done)? \\d+ min$`) });
