import { expect, test } from 'vitest';
import type { Finding } from '#lib/lesson/lesson.ts';
import type { ContentReport } from './check-content.ts';
import { changesText } from './report-changes.ts';

const finding = (line: number, rule: string): Finding => ({
  file: 'l/why.mdx',
  ...{ line, column: 1, severity: 'error', rule, message: `About ${rule}.` },
});
const report = (...findings: Finding[]): ContentReport => ({
  ...{ lessons: 1, items: 0, findings, guessers: [], verdicts: [] },
  proofs: { proven: 0, stale: 0, unproven: 0, mutantsCaught: 0, mutants: 0 },
});

test.each([
  { why: 'nothing', before: [finding(1, 'a')], after: [finding(1, 'a')], lines: [] },
  { why: 'a finding that moved down', before: [finding(1, 'a')], after: [finding(5, 'a')], lines: [] },
  {
    why: 'one mended, one new',
    before: [finding(1, 'a'), finding(2, 'b')],
    after: [finding(1, 'a'), finding(3, 'c')],
    lines: ['mended  l/why.mdx:2:1  b', 'new     l/why.mdx:3:1  c  About c.'],
  },
  {
    why: 'one of two equal ones mended',
    before: [finding(1, 'a'), finding(2, 'a')],
    after: [finding(1, 'a')],
    lines: ['mended  l/why.mdx:2:1  a'],
  },
])('$why', ({ before, after, lines }) => {
  const printed = changesText(report(...before), report(...after)).split('\n');
  expect(printed.slice(0, -1)).toEqual(lines);
  expect(printed.at(-1)).toMatch(/^1 lesson, 0 items, \d findings?, /);
});
