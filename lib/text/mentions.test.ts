import { expect, test } from 'vitest';
import { mentionFinder } from './mentions.ts';

test.each([
  { keyword: 'same seed', text: 'the same \r\n  seed', found: true, why: 'a line break' },
  { keyword: 'naïve', text: 'NAI\u0308VE', found: true, why: 'capitals and an accent of its own' },
  { keyword: "author's", text: 'the author’s copy', found: true, why: 'a curly apostrophe' },
  { keyword: 're-run', text: 'I re–run it', found: true, why: 'a long dash' },
  { keyword: '--hard', text: 'reset —hard', found: true, why: 'a dash for two hyphens' },
  { keyword: 'strasse', text: 'Die Straße', found: true, why: 'case folding' },
  { keyword: 'pin', text: 'pinning', found: true, why: 'the beginning of a word' },
  { keyword: 'pin', text: 'spinning', found: false, why: 'the inside of a word' },
  { keyword: 'pin', text: 'spinning a pin', found: true, why: 'a later place' },
  { keyword: 'лес', text: 'полесье', found: false, why: 'inside of a Cyrillic word' },
  { keyword: 'ताब', text: 'किताब', found: false, why: 'behind a vowel sign' },
  { keyword: '12', text: '112', found: false, why: 'inside of a number' },
  { keyword: '12', text: '(١٢)', found: true, why: 'digits of another script' },
  { keyword: '乱数', text: '同じ乱数を使う', found: true, why: 'Japanese has no blanks' },
  { keyword: '乱数', text: '同じ乱\n数を使う', found: true, why: 'and is broken anywhere' },
  { keyword: 'ﾃﾞｰﾀ', text: '新しいデータです', found: true, why: 'half-width kana' },
  { keyword: 'seed', text: '同じseedを使う', found: true, why: 'a Latin word among Japanese ones' },
  { keyword: '随机', text: '使用随机数', found: true, why: 'Chinese' },
  { keyword: 'ข้อมูล', text: 'ใช้ข้อมูลเดิม', found: true, why: 'Thai' },
  { keyword: '데이터', text: '같은 데이터를', found: true, why: 'Korean endings' },
  { keyword: '\u200b', text: 'anything', found: false, why: 'a keyword of nothing' },
])('«$keyword» in «$text»: $why', ({ keyword, text, found }) =>
  expect(mentionFinder(text)(keyword)).toBe(found),
);
