import { expect, test } from 'vitest';
import { plainCharacters } from './plain-characters.ts';

test.each([
  { typed: '“a” „b‟ «c» ″', plain: '"a" "b" "c" "', why: 'double quotes' },
  { typed: '‘a’ ‚b‛ ‹c› ʼ ´ ′', plain: "'a' 'b' 'c' ' ' '", why: 'single quotes' },
  { typed: 'print(« a\u00a0»)', plain: 'print("a")', why: 'blanks inside of French quotes' },
  { typed: '«a» und «b»', plain: '"a" und "b"', why: 'blanks outside of them stay' },
  { typed: '»a« und »b«', plain: '"a" und "b"', why: 'German quotes point inwards' },
  { typed: 'צה״ל', plain: 'צה"ל', why: 'Hebrew gershayim' },
  { typed: '‐ ‑ ‒ − － ﹣', plain: '- - - - - -', why: 'hyphens and minus signs' },
  { typed: '– — ― ﹘', plain: '— — — —', why: 'long dashes' },
  { typed: 'a…b‥', plain: 'a...b..', why: 'ellipses' },
  { typed: 'a\u00a0\u2003\u202f\u3000b', plain: 'a    b', why: 'blanks, each for itself' },
  { typed: 'a\u2028b', plain: 'a\nb', why: 'a line separator' },
  { typed: 'ｆ（ｘ）＝１', plain: 'f(x)=1', why: 'full-width signs' },
  { typed: 'ﾊﾟﾝ', plain: 'パン', why: 'half-width kana with their marks' },
  { typed: 'a。b、c،', plain: 'a.b,c,', why: 'stops and commas of other keyboards' },
  { typed: 'ｇｉｔ ーーａｌｌ ー３', plain: 'git --all -3', why: 'hyphens of a Japanese keyboard' },
  {
    typed: 'コーヒー ラーメン すごーーい',
    plain: 'コーヒー ラーメン すごーーい',
    why: 'long vowels of kana stay',
  },
  { typed: 'کتاب یک', plain: 'كتاب يك', why: 'Persian letters that an Arabic keyboard has in another form' },
  { typed: 'cafe\u0301', plain: 'café', why: 'an accent of its own' },
  { typed: 'a\u200b\u00ad\ufeff\u2066\u200fb\ufe0f\u0000', plain: 'ab', why: 'invisible signs' },
  { typed: 'न\u200dम\u200cस', plain: 'नमस', why: 'joiners' },
  { typed: 'ﬁle oﬃce', plain: 'file office', why: 'ligatures copied from a PDF' },
  { typed: 'x² ½ Å ™ æ', plain: 'x² ½ Å ™ æ', why: 'signs of their own stay' },
  { typed: 'a\tb\r\nc', plain: 'a\tb\r\nc', why: 'tabs and line ends stay' },
  { typed: '`a` ^ ~', plain: '`a` ^ ~', why: 'signs of code stay' },
])('$why', ({ typed, plain }) => expect(plainCharacters(typed)).toBe(plain));

test('the flags of England and Scotland differ in invisible tags, and stay two', () => {
  const flag = (tags: string) =>
    `\u{1f3f4}${[...tags].map((tag) => String.fromCodePoint(0xe0000 + (tag.codePointAt(0) ?? 0))).join('')}\u{e007f}`;
  expect(plainCharacters(flag('gbeng'))).not.toBe(plainCharacters(flag('gbsct')));
});

test('of ASCII, what can be typed stays and other control characters do not', () => {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  const kept = ascii.filter((character) => plainCharacters(`a${character}`) === `a${character}`);
  expect(kept.join('')).toBe(
    '\t\n\v\f\r !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~',
  );
});
