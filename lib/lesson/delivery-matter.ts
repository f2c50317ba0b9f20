import { z } from 'zod';

const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');
const count = 'write a whole number from 1 to 10, or unlimited';

/** `delivery` in the front matter of an activity: what differs from how its kind is usually served. */
export const deliveryMatter = z.strictObject({
  attempts: z
    .union([z.int().min(1).max(10), z.literal('unlimited').transform(() => null)], { error: count })
    .optional(),
  feedback: z.enum(['at-once', 'at-end']).optional(),
  hints: yesNo.optional(),
  solution: z.enum(['after-answer', 'after-last', 'at-end']).optional(),
  shuffle: yesNo.optional(),
  draw: z.int('write a whole number of items').min(1, 'write 1 or more').max(100).optional(),
  clock: onOff.optional(),
});
