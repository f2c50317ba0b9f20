import { z } from 'zod';
import { commonPasswords } from './common-passwords.ts';

export const passwordLength = { least: 8, advised: 12, most: 200 } as const;

export type PasswordFault = 'too-short' | 'too-long' | 'is-user-name' | 'too-common';

/** Keyboard rows, the alphabet and counting, in both directions: the guesses that attackers try first. */
const sequences = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
].flatMap((sequence) => [sequence, [...sequence].reverse().join('')]);

function isCommonPassword(plain: string): boolean {
  const oneUnitRepeated = /^(.{1,4})\1+$/u.test(plain);
  return (
    oneUnitRepeated || commonPasswords.has(plain) || sequences.some((sequence) => sequence.includes(plain))
  );
}

/** Why a new password is refused, or null. Length counts most; there are no composition rules. */
export function passwordFault(password: string, userName: string): PasswordFault | null {
  const length = [...password].length;
  if (length < passwordLength.least) return 'too-short';
  if (length > passwordLength.most) return 'too-long';
  const plain = password.normalize('NFKC').toLowerCase();
  const name = userName.normalize('NFKC').toLowerCase();
  if (name !== '' && (plain === name || plain === [...name].reverse().join(''))) return 'is-user-name';
  return isCommonPassword(plain) ? 'too-common' : null;
}

export const passwordAdvice: Record<PasswordFault, string> = {
  'too-short': 'Use at least 8 characters. Four unrelated words are good.',
  'too-long': 'Use at most 200 characters.',
  'is-user-name': 'Choose something other than the user name.',
  'too-common': 'This is one of the first passwords anyone would guess. Four unrelated words are better.',
};

/** A password as typed at sign-in: limited in length, otherwise unchanged. */
export const TypedPassword = z.string().min(1, 'Enter the password.').max(1000, passwordAdvice['too-long']);
