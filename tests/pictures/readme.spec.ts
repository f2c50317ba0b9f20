import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appleIcon, appleIconFile } from '#tests/apple-icon.ts';
import { lesson, signInAs } from '#tests/e2e/people.ts';
import { test } from '#tests/e2e/school.ts';
import { settle } from './take.ts';

test('picture of the README, and icon for Apple devices', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await signInAs(page, 'Ada Lindqvist', lesson);
  await settle(page);
  const path = join(import.meta.dirname, '../../content/handbook/pictures/lesson-desk-light.png');
  await page.screenshot({ path, animations: 'disabled' });
  await writeFile(appleIconFile, await appleIcon());
});
