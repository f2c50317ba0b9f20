import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { waitForForms } from './hydrated.ts';

const build = join(import.meta.dirname, '../../.next');

/** Bytes of scripts after gzip, each file by itself as a server sends it. */
const weightOf = (paths: Iterable<string>): number =>
  [...new Set(paths)].reduce((sum, path) => sum + gzipped(path), 0);

const gzipped = (path: string): number =>
  gzipSync(readFileSync(join(build, path.replace(/^\/_next\//, '')))).length;

/**
 * What any page of this build loads: the framework's own error page, which Next makes in every build and which holds
 * nothing of ours. Scripts for browsers that know no modules are not loaded by any that we serve.
 */
export function bareWeight(): number {
  const html = readFileSync(join(build, 'server/app/_global-error.html'), 'utf8');
  const loaded = html.replaceAll(/<script[^>]*\bnoModule\b[^>]*>/gi, '');
  return weightOf([...loaded.matchAll(/\/_next\/static\/[^"\\]+\.js/g)].map(([path]) => path));
}

/** What a page loads by itself until every form in it is taken over by its script, but for the questions at its foot. */
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
