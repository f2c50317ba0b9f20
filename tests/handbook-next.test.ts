import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exclusions, nextRules } from '#lib/progress/next-rules.ts';

const page = readFileSync('content/handbook/student/what-comes-next.mdx', 'utf8');

test('the handbook prints the rules for the next step in their order, and no others', () => {
  const rows = nextRules.map(({ text: { when, leadsTo } }) => `| ${when} | ${leadsTo} |`);
  expect(page.match(/^\| (?!when ).*\|$/gm)).toEqual(rows);
});

test('the handbook prints where no rule leads', () => {
  const [, section = ''] = page.split(/^## Where no rule leads$/m);
  const listed = section.split(/^## /m)[0]?.match(/^- .*$/gm);
  expect(listed).toEqual(exclusions.map(({ text }) => `- ${text}`));
});
