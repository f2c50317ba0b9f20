import { expect, test } from 'vitest';
import { annotations } from './annotations.ts';

const finding = {
  file: 'content/tracks/git/a, b:c/why.mdx',
  line: 3,
  column: 7,
  severity: 'error',
  rule: 'prose-less-than',
  message: 'Under <5 %: write it,\r\nor not.',
} as const;

/** Expected by hand from GitHub's rules for workflow commands: data escapes %, CR and LF, properties also : and a comma. */
test('a finding is one line in which nothing ends the command', () => {
  expect(annotations([finding])).toEqual([
    '::error file=content/tracks/git/a%2C b%3Ac/why.mdx,line=3,col=7,title=prose-less-than::Under <5 %25: write it,%0D%0Aor not.',
  ]);
});

test('a warning is a warning', () => {
  expect(annotations([{ ...finding, severity: 'warning' }])[0]).toMatch(/^::warning file=/);
});

test('a message that looks like a command is data of one', () => {
  const [line = ''] = annotations([{ ...finding, message: 'a\n::error::b' }]);
  expect(line.split('\n')).toHaveLength(1);
});
