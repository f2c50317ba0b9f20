import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { waitForForms } from './hydrated.ts';

const build = join(import.meta.dirname, '../../.next');

/** The size of scripts in bytes, each file compressed with gzip as the server sends it. */
const weightOf = (paths: Iterable<string>): number =>
  [...new Set(paths)].reduce((sum, path) => sum + gzipped(path), 0);

const gzipped = (path: string): number =>
  gzipSync(readFileSync(join(build, path.replace(/^\/_next\//, '')))).length;

/**
 * Bytes of script on a bare page: the framework's own error page, which every build has and which contains none of our
 * code. Scripts for browsers without modules are not counted.
 */
export function bareWeight(): number {
  const html = readFileSync(join(build, 'server/app/_global-error.html'), 'utf8');
  const loaded = html.replaceAll(/<script[^>]*\bnoModule\b[^>]*>/gi, '');
  return weightOf([...loaded.matchAll(/\/_next\/static\/[^"\\]+\.js/g)].map(([path]) => path));
}

/** Bytes of script that a page loads until all its forms are hydrated, without those for the questions at its foot. */
export async function weightOfPage(page: Page, path: string): Promise<number> {
  const scripts: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.resourceType() === 'script') scripts.push(pathname);
  });
  await page.goto(path, { waitUntil: 'load' });
  await waitForForms(page);
  return weightOf(scripts);
}
