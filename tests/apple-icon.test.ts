import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { appleIcon, appleIconFile } from './apple-icon.ts';

test('the icon for Apple devices is drawn from the SVG; npm run pictures draws it anew', async () => {
  const stored = await readFile(appleIconFile);
  expect(stored.subarray(1, 4).toString()).toBe('PNG');
  expect(stored.equals(await appleIcon())).toBe(true);
});
