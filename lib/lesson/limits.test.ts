import { describe, expect, test } from 'vitest';
import { overLimits } from './limits.ts';
import { maskCode } from './mask.ts';
import { bombs } from './testing/attack-vectors.ts';

/** How many characters a scan looked at, for each character of the text. */
function stepsEach(text: string): number {
  let steps = 0;
  const counter = { add: (count: number) => (steps += count) };
  overLimits('file.mdx', text, counter);
  maskCode(text, counter);
  return steps / text.length;
}

describe('the scan looks at each character a few times, however long the text is', () => {
  test.each(Object.entries(bombs))('%s', (_name, bomb) => {
    for (const size of [1, 2, 4]) expect(stepsEach(bomb(size))).toBeLessThan(12);
  });
});

test.each([
  { text: 'a `b` c', masked: 'a     c' },
  { text: 'a ``b ` c`` d', masked: 'a           d' },
  { text: '``a`b``c`', masked: '       c`' },
  { text: '`a``b`c', masked: '      c' },
  { text: '```a``', masked: '```a``' },
  { text: '`a` b `c` `d', masked: '    b     `d' },
  { text: 'a\n~~~\n<b\n~~~\n', masked: 'a\n   \n  \n   \n' },
  { text: '> 1. ```js\n> {\n> ```\nx', masked: '          \n   \n     \nx' },
  { text: '- [x] ```\n```', masked: '         \n   ' },
])('code is a run of backticks up to the next one of its length: $text', ({ text, masked }) =>
  expect(maskCode(text).masked).toBe(masked),
);

test.each([
  { text: `${'['.repeat(21)}a`, says: 'brackets are open at once' },
  { text: `a\n\n${'*'.repeat(101)}`, line: 3, says: 'more than 100 times in a row' },
  { text: '$'.repeat(101), says: 'more than 100 times in a row' },
  { text: '\n\n\n'.concat('< '.repeat(201)), line: 4, says: '`<` that begin no tag' },
  { text: '{a}\n'.repeat(5_001), line: 5_001, says: 'more than 10000 braces' },
  { text: '{a\n'.repeat(1_001), line: 1_001, says: 'more than 1000 braces without a partner in their line' },
  { text: 'a }\n'.repeat(1_001), line: 1_001, says: 'more than 1000 braces without a partner in their line' },
  { text: `${'> '.repeat(21)}a`, says: 'nested 21 deep' },
  { text: `a\n${' '.repeat(61)}- a`, line: 2, says: 'indented by 61 spaces' },
  { text: '<A>'.repeat(51), says: 'more than 50 tags are open' },
  { text: 'a\0', says: 'NUL' },
])('a finding names the line and what to do: $says', ({ text, line = 1, says }) => {
  const findings = overLimits('file.mdx', text);
  expect(findings).toContainEqual(
    expect.objectContaining({
      file: 'file.mdx',
      line,
      rule: 'limit',
      message: expect.stringContaining(says),
    }),
  );
});

test('each limit is reported once, at the first line over it', () => {
  const found = overLimits('file.mdx', `a\n${`${'{a}'.repeat(1_600)}\n`.repeat(5)}`);
  expect(found.map(({ line }) => line)).toEqual([5]);
});

test.each([
  { text: '[a [b] (c)](d)\n\n'.repeat(100), why: 'brackets that are closed' },
  { text: `\`\`\`text\n${'*'.repeat(200)}\n${'['.repeat(200)}\n\`\`\`\n`, why: 'anything in code' },
  { text: `| a | b |\n|${'-'.repeat(300)}|---|\n| 1 | 2 |`, why: 'the line below the head of a table' },
  { text: `a\n${'-'.repeat(300)}\n`, why: 'a line of dashes' },
  { text: `a ${'_'.repeat(300)}`, why: 'a gap to fill in' },
])('$why is no fault', ({ text }) => expect(overLimits('file.mdx', text)).toEqual([]));

test('a lesson with 400 formulas, each of several braces, is within the limits', () => {
  expect(overLimits('file.mdx', 'The mean is $\\frac{a_{1} + b_{1}}{2^{n}}$.\n\n'.repeat(400))).toEqual([]);
});
