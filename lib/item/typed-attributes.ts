import { z } from 'zod';
import { wordsOf } from '#lib/text/words.ts';
import type { Ignorable } from './normalise.ts';

/** `ignore="case spaces"`: some of the given names, separated by spaces. */
export function ignoreAttribute(names: readonly Ignorable[]) {
  return z
    .string()
    .refine(
      (text) => wordsOf(text).every((word) => names.some((name) => name === word)),
      `write ${names.join(' or ')}, with a space between`,
    );
}

/** `length="7"` or `length="2-10"`. */
export const lengthAttribute = z
  .string()
  .regex(/^[1-9][0-9]{0,2}(?:-[1-9][0-9]{0,2})?$/, 'write a number of characters such as 7, or 2-10');
