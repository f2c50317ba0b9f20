import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { waitForHydration } from '#tests/e2e/hydrated.ts';

const folder = join(import.meta.dirname, '../.results/pictures');
const widths = { 1280: 900, 768: 1024, 360: 740 } as const;
const themes = ['light', 'dark'] as const;

/**
 * Takes a page as it stands, at each width and in both themes: the whole page, or the screen that begins with an element.
 * @param name of the files, `NAME-WIDTH-THEME.png`
 */
export async function take(page: Page, name: string, from?: Locator): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [width, height] of Object.entries(widths)) {
    await page.setViewportSize({ width: Number(width), height });
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      await settle(page, from);
      const path = join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: from === undefined, animations: 'disabled' });
    }
  }
}

/** Opens a page and takes it. */
export async function takePage(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await take(page, name);
}

/** Takes a page as it is printed, on the width of a sheet of A4. */
export async function takePrint(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await waitForHydration(page);
  await settle(page);
  await page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4' });
}

/** Waits for streamed content and fonts, and scrolls to the start of the picture. */
export async function settle(page: Page, from?: Locator): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  if (from) await from.evaluate((node) => node.scrollIntoView());
  else await page.evaluate(showWhole);
}

/** In the picture of a whole page, what sticks to the bottom of the screen would cover the middle. */
function showWhole(): void {
  scrollTo(0, 0);
  for (const element of document.querySelectorAll<HTMLElement>('article *')) {
    const { position, bottom } = getComputedStyle(element);
    if (position === 'sticky' && bottom !== 'auto') element.style.position = 'static';
  }
}
