import { expect, test } from 'vitest';
import { DisplayName, UserName, userNameFrom } from './user-name.ts';

test.each([
  { typed: '  Ada.Lovelace ', kept: 'ada.lovelace', why: 'case and outer spaces do not matter' },
  { typed: 'Jürgen', kept: 'jürgen', why: 'letters of any script are fine' },
  { typed: 'ａｄａ', kept: 'ada', why: 'wide letters are the same letters' },
  { typed: 'al', kept: undefined, why: 'two characters are too few' },
  { typed: 'ada@example.org', kept: undefined, why: 'an e-mail address is not a user name' },
  { typed: '.ada', kept: undefined, why: 'a name begins with a letter or a digit' },
  { typed: 'ada lovelace', kept: undefined, why: 'no spaces inside' },
])('$why', ({ typed, kept }) => expect(UserName.safeParse(typed).data).toBe(kept));

test.each([
  { told: 'Ada.Lovelace@school.example', name: 'ada.lovelace', why: 'the part before the @ is used' },
  { told: 'Ada King, Countess', name: 'ada.king.countess', why: 'other characters become dots' },
  { told: '@@', name: 'student', why: 'nothing usable gives the fallback' },
])('$why', ({ told, name }) => expect(userNameFrom(told)).toBe(name));

test('a display name keeps its letters and loses doubled spaces', () => {
  expect(DisplayName.parse('  Ada   Lovelace ')).toBe('Ada Lovelace');
  expect(DisplayName.safeParse('Ada\u202egnihton').success).toBe(false);
});
