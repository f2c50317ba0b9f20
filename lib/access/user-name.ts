import { z } from 'zod';

/** User names are compared and stored in this form. */
export function canonicalLogin(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
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

export const DisplayName = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'Write the name others should see.')
      .max(60, 'Use at most 60 characters.')
      .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'Leave out invisible characters.'),
  );

/** A user name made from what a school's sign-in service tells, or the fallback when nothing usable is left. */
export function userNameFrom(text: string, fallback = 'student'): string {
  const [local = ''] = canonicalLogin(text).split('@');
  const kept = local.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '.').replace(/^[^\p{L}\p{N}]+|[._-]+$/gu, '');
  const name = UserName.safeParse([...kept].slice(0, 30).join(''));
  return name.success ? name.data : fallback;
}
