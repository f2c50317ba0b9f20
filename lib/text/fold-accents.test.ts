import { expect, test } from 'vitest';
import { withoutAccents } from './fold-accents.ts';

test.each([
  { text: 'café', plain: 'cafe', script: 'Latin' },
  { text: 'Tiếng Việt', plain: 'Tieng Viet', script: 'Vietnamese' },
  { text: 'Đà Nẵng', plain: 'Da Nang', script: 'Vietnamese with a stroke' },
  {
    text: 'Łódź, smørrebrød, Ħal Ġdid, ŧ ƀ Ⱥ',
    plain: 'Lodz, smorrebrod, Hal Gdid, t b A',
    script: 'Latin with strokes',
  },
  { text: 'ἄνθρωπος', plain: 'ανθρωπος', script: 'Greek' },
  { text: 'за\u0301мок', plain: 'замок', script: 'Cyrillic stress' },
  { text: 'שָׁלוֹם', plain: 'שלום', script: 'Hebrew points' },
  { text: 'مُحَمَّدٌ', plain: 'محمد', script: 'Arabic vowel marks' },
])('$script: $text', ({ text, plain }) => expect(withoutAccents(text)).toBe(plain));

test.each([
  { text: 'æ œ ß ð þ ı ə ŋ', script: 'Latin letters of their own' },
  { text: 'йод ёлка її ўсё ќе', script: 'Cyrillic letters' },
  { text: 'किताब क़लम', script: 'Devanagari' },
  { text: 'বাংলা', script: 'Bengali' },
  { text: 'தமிழ்', script: 'Tamil' },
  { text: 'ที่นี่', script: 'Thai' },
  { text: 'パンがく', script: 'Japanese' },
  { text: '한국어', script: 'Korean' },
  { text: 'أحمد إلى آن سؤال', script: 'Arabic hamza and madda' },
  { text: 'ދިވެހި', script: 'Thaana' },
  { text: 'မြန်မာ', script: 'Burmese' },
])('$script keeps its marks', ({ text }) => expect(withoutAccents(text)).toBe(text.normalize('NFC')));
