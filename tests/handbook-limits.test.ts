import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allLimits } from '#lib/lesson/limits.ts';
import { fileLimits, maxMemoryMb } from '#lib/server/content/compiler/compile-thread.ts';

const page = readFileSync('content/handbook/author/text.mdx', 'utf8');
const section = page.slice(page.indexOf('## Limits of a file'));
const number = (text = '') => Number(text.replaceAll(',', ''));

test('the handbook states the limits of a file as the code has them', () => {
  const rows = [...section.matchAll(/^\| (.+?) \| ([\d,]+) \|$/gm)].map(([, what, most]) => [
    what,
    number(most),
  ]);
  expect(rows).toEqual(allLimits.map(([what, most]) => [what.replaceAll('\\', ''), most]));
});

test('the handbook states the time and the memory of a file as the code has them', () => {
  const said = /has (\d+) seconds .*? and (\d+) MB/.exec(section);
  expect(said?.slice(1).map(number)).toEqual([fileLimits.cpu / 1000, maxMemoryMb]);
});
