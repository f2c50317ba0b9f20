import { expect, test } from 'vitest';
import type { Finding } from './lesson.ts';
import { oneForEachCause, withoutConsequences } from './one-cause.ts';

const finding = (line: number, rule: string, message = 'Write it.'): Finding => ({
  file: 'f.mdx',
  line,
  column: 1,
  severity: 'error',
  rule,
  message,
});

test('five findings that say the same are each reported', () => {
  const five = [1, 2, 3, 4, 5].map((line) => finding(line, 'link'));
  expect(oneForEachCause(five)).toEqual(five);
});

test('of six the first stays and names the lines of the others', () => {
  const six = [1, 2, 3, 4, 5, 6].map((line) => finding(line, 'link', `«${line}» is wrong. Write it.`));
  expect(oneForEachCause(six).map(({ message }) => message)).toEqual([
    '«1» is wrong. Write it. And 5 more from the same cause, in line 2, 3, 4, 5, 6.',
  ]);
});

test('findings of another rule, message or file stay apart', () => {
  const others = [
    finding(9, 'image'),
    finding(9, 'link', 'Another.'),
    { ...finding(9, 'link'), file: 'g.mdx' },
  ];
  const six = [1, 2, 3, 4, 5, 6].map((line) => finding(line, 'link'));
  expect(oneForEachCause([...six, ...others])).toHaveLength(4);
});

test('where tags do not match, nothing is said about their content', () => {
  const content = [finding(2, 'tag-place'), finding(3, 'link')];
  expect(withoutConsequences([finding(1, 'tag-unclosed')], content).map(({ rule }) => rule)).toEqual([
    'tag-unclosed',
    'link',
  ]);
});

test('a list that is none hides that its item has none, and no other item', () => {
  const content = [finding(1, 'parts-missing'), finding(10, 'parts-missing'), finding(20, 'parts-missing')];
  const kept = withoutConsequences([finding(14, 'list-blank')], content);
  expect(kept.map(({ line }) => line)).toEqual([14, 1, 20]);
});
