import { expect, test } from 'vitest';
import type { Rich } from './rich.ts';
import { shownText } from './shown-text.ts';

const pre = (text: string, language: string): Rich => [
  ['pre', { className: 'code' }, ['code', { lang: language }, ['span', { className: 'k' }, text]]],
];

test.each<{ why: string; a: Rich; b: Rich }>([
  { why: 'a space of width zero', a: ['one'], b: ['o\u200bne'] },
  { why: 'a soft hyphen', a: ['one'], b: ['o\u00adne'] },
  { why: 'a no-break space', a: ['one two'], b: ['one\u00a0two'] },
  { why: 'another form of the same letter', a: ['\u00e9'], b: ['e\u0301'] },
  {
    why: 'the target of a link',
    a: [['a', { href: 'https://a.org' }, 'one']],
    b: [['a', { href: 'https://b.org' }, 'one']],
  },
  { why: 'an explanation', a: [['abbr', { title: 'x' }, 'one']], b: ['one'] },
  { why: 'the language of code', a: pre('x = 1', 'python'), b: pre('x = 1', 'ruby') },
  {
    why: 'blanks at the ends of lines of code',
    a: pre('x = 1\ny', 'python'),
    b: pre('x = 1  \ny\n', 'python'),
  },
])('$why is not seen', ({ a, b }) => expect(shownText(a)).toBe(shownText(b)));

test.each<{ why: string; a: Rich; b: Rich }>([
  { why: 'emphasis', a: ['one'], b: [['em', null, 'one']] },
  { why: 'code', a: ['one'], b: [['code', null, 'one']] },
  { why: 'blanks within code', a: pre('a  b', 'text'), b: pre('a b', 'text') },
  { why: 'another picture', a: [['img', { src: 'a' }]], b: [['img', { src: 'b' }]] },
  { why: 'a capital', a: ['One'], b: ['one'] },
])('$why is seen', ({ a, b }) => expect(shownText(a)).not.toBe(shownText(b)));
