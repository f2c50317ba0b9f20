import { expect, test } from 'vitest';
import { passwordFault } from './password.ts';

test.each([
  { password: 'seven77', fault: 'too-short', why: 'seven characters are too few' },
  { password: 'kettle 8', fault: null, why: 'eight characters are enough, spaces included' },
  {
    password: 'correct horse battery staple',
    fault: null,
    why: 'words are welcome, without digits or signs',
  },
  { password: '😀😁😂🤣😃😄😅', fault: 'too-short', why: 'length counts characters, not code units' },
  {
    password: 'x7'.padEnd(201, 'k3m'),
    fault: 'too-long',
    why: 'more than 200 characters is refused rather than cut',
  },
  { password: 'Ada.Lovelace', fault: 'is-user-name', why: 'the user name is no password, whatever the case' },
  { password: 'ecalevol.ada', fault: 'is-user-name', why: 'nor is it backwards' },
  { password: 'Password123', fault: 'too-common', why: 'the best known ones are refused, whatever the case' },
  { password: '12345678', fault: 'too-common', why: 'counting is no password' },
  { password: '87654321', fault: 'too-common', why: 'nor is counting down' },
  { password: 'qwertyuiop', fault: 'too-common', why: 'nor is a row of keys' },
  { password: 'aaaaaaaaaa', fault: 'too-common', why: 'nor is one letter' },
  { password: 'abcabcabc', fault: 'too-common', why: 'nor is one short piece repeated' },
])('$why', ({ password, fault }) => {
  expect(passwordFault(password, 'ada.lovelace')).toBe(fault);
});
