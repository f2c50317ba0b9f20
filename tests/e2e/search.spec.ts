import { expect } from '@playwright/test';
import { waitForForms, waitForHydration } from './hydrated.ts';
import { signUp } from './people.ts';
import { test } from './school.ts';

test('search works without a script, from the header to a passage', async ({ browser, school }) => {
  const context = await browser.newContext({
    baseURL: school.url,
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  await page.goto('/help');
  const field = page.getByRole('banner').getByRole('searchbox', { name: 'Search' });
  await field.fill('where the seed "goes" AND (');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  const passages = page.getByRole('region', { name: 'Passages' });
  await passages.getByRole('link', { name: 'Where the seed goes' }).first().click();
  await expect(page.getByRole('heading', { name: 'Where the seed goes' })).toBeVisible();

  await page.goto('/search?q=zyxwv');
  await expect(page.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
  const long = await page.goto(`/search?q=${'a'.repeat(101)}`);
  expect(long?.status()).toBe(400);
  await expect(page.getByText('This is longer than 100 characters.')).toBeVisible();

  // On a phone the field is a link to the page.
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(page.getByRole('searchbox', { name: 'Words to find' })).toBeVisible();
  await context.close();
});

test('the palette opens by key, goes to pages and passages, and gives the focus back', async ({
  page,
  browser,
}) => {
  await signUp(page, browser, '/today');
  await page.reload();
  await waitForHydration(page);
  await page.waitForLoadState('networkidle');
  const dialog = page.getByRole('dialog', { name: 'Search and go to' });
  const input = dialog.getByRole('combobox');
  const link = page.getByRole('banner').getByRole('link', { name: 'Help' });
  await link.focus();
  await page.keyboard.press('Control+k');
  await expect(input).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();

  await page.keyboard.press('/');
  await expect(input).toBeFocused();
  await page.keyboard.type('reproducib');
  const options = dialog.getByRole('option');
  await expect(options.filter({ hasText: 'Why reproducibility builds trust in ML' }).first()).toBeVisible();
  await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const second = (await options.nth(1).getAttribute('id')) ?? '';
  await expect(input).toHaveAttribute('aria-activedescendant', second);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tracks\/mlops\/reproducibility/);

  await page.keyboard.press('Control+k');
  await expect(input).toBeFocused();
  await page.keyboard.type('badg');
  await expect(options.first()).toHaveText('Badges');
  await expect(dialog.getByRole('status')).toHaveText(/results/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/badges$/);
});

test('a slash that is typed is a slash, and the header’s menu signs out', async ({ page, browser }) => {
  const { name } = await signUp(page, browser, '/search');
  await page.reload();
  await waitForForms(page);
  const field = page.getByRole('searchbox', { name: 'Words to find' });
  await field.fill('');
  await field.press('/');
  await expect(field).toHaveValue('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: `${name}, your account` }).click();
  const menu = page.getByRole('navigation', { name: 'Your account' });
  await expect(menu.getByRole('link', { name: 'Profile' })).toBeVisible();
  await menu.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/told=signed-out/);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
});
