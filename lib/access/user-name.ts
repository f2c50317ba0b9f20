import { z } from 'zod';
import { cleanName, overridesDirection } from '#lib/text/clean-name.ts';

/**
 * The form in which user names and e-mail addresses are stored and compared. It must not change a stored login, or its
 * owner could not sign in: besides capitals it changes only characters that no stored login contains. So ß does not
 * become ss, and digits of other scripts stay. The domain of an address may contain joiners.
 */
export function canonicalLogin(text: string): string {
  const plain = text.normalize('NFKC');
  const typed = plain.includes('@')
    ? plain.replace(/(?![\t\n\v\f\r\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '')
    : plain
        .replace(/(?![\t\n\v\f\r])[\p{Cc}\p{Cf}]/gu, '')
        .replace(/—/g, '--')
        .replace(/[‐‒–―−]/g, '-');
  return typed.trim().toLowerCase();
}

/** Letters and digits of any script, dot, hyphen, underscore. No "@", so a login is a user name or an e-mail, never both. */
export const UserName = z
  .string()
  .transform(canonicalLogin)
  .pipe(
    z
      .string()
      .min(3, 'Use at least 3 characters.')
      .max(40, 'Use at most 40 characters.')
      .regex(
        /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u,
        'Use letters, digits, dots, hyphens and underscores; begin with a letter or a digit.',
      ),
  );

export const DisplayName = nameSchema('Enter the name others should see.');

/** The name of a person or a class as others see it: 1 to 60 characters. `missing` is the message for an empty one. */
export function nameSchema(missing: string) {
  return z
    .string()
    .transform(cleanName)
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(60, 'Use at most 60 characters.')
        .refine((name) => !overridesDirection(name), 'Leave out invisible characters.'),
    );
}

/** A user name derived from the name or address that a school's sign-in service sends; the fallback if nothing usable is left. */
export function userNameFrom(text: string, fallback = 'student'): string {
  const [local = ''] = canonicalLogin(text).split('@');
  const allowed = local.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '.').replace(/^[^\p{L}\p{N}]+|[._-]+$/gu, '');
  const name = UserName.safeParse([...allowed].slice(0, 30).join(''));
  return name.success ? name.data : fallback;
}
