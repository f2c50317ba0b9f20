import { expect, test } from 'vitest';
import { canonicalLogin, DisplayName, UserName, userNameFrom } from './user-name.ts';

test.each([
  { typed: '  Ada.Lovelace ', kept: 'ada.lovelace', why: 'case and outer spaces do not matter' },
  { typed: 'Jürgen', kept: 'jürgen', why: 'letters of any script are fine' },
  { typed: 'ａｄａ', kept: 'ada', why: 'wide letters are the same letters' },
  { typed: 'ada\u200b', kept: 'ada', why: 'a sign that is not seen is left away' },
  { typed: '\ufeffa\u00adda\u2060\u200e ', kept: 'ada', why: 'wherever it stands' },
  { typed: 'anna\u2011maria', kept: 'anna-maria', why: 'a hyphen that does not break is a hyphen' },
  { typed: 'anna—maria', kept: 'anna--maria', why: 'a phone makes one dash of two hyphens' },
  { typed: 'علی\u200cرضا', kept: 'علیرضا', why: 'a joiner is not seen either' },
  { typed: 'ali٥', kept: 'ali٥', why: 'digits stay, as stored names have them' },
  { typed: 'Weiß', kept: 'weiß', why: 'and so does ß' },
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

test.each([
  { typed: ' Ada.Lovelace@School.example\u200b', login: 'ada.lovelace@school.example' },
  { typed: 'ada@نامه\u200cای.example', login: 'ada@نامه\u200cای.example' },
])('an e-mail address is compared as $login', ({ typed, login }) =>
  expect(canonicalLogin(typed)).toBe(login),
);

test('a stored user name signs in its owner', () => {
  for (const stored of ['ada', 'weiß', 'οδος', 'i̇nci', 'ısı', 'ali٥', 'anna--maria', 'a_b.c-d', 'か゚な'])
    expect(canonicalLogin(stored)).toBe(stored.normalize('NFKC'));
});

test('a display name loses invisible characters and keeps the rest as typed', () => {
  expect(DisplayName.parse('Siobhán\u200b O’Neill\ufeff ')).toBe('Siobhán O’Neill');
  expect(DisplayName.parse('علی\u200cرضا')).toBe('علی\u200cرضا');
  expect(DisplayName.safeParse('\u200b\u3164').error?.issues[0]?.message).toBe(
    'Enter the name others should see.',
  );
});

test('a display name keeps its letters and loses doubled spaces', () => {
  expect(DisplayName.parse('  Ada   Lovelace ')).toBe('Ada Lovelace');
  expect(DisplayName.safeParse('Ada\u202egnihton').success).toBe(false);
});
