import { expect, test } from 'vitest';
import { z } from 'zod';
import { limitText } from './limit-text.ts';

test.each([
  { schema: z.string().min(1), value: '', says: 'it is empty' },
  { schema: z.string().max(3), value: 'four', says: '3 characters at most' },
  { schema: z.array(z.string()).min(1), value: [], says: '1 entry at least' },
  { schema: z.array(z.string()).max(2), value: ['a', 'b', 'c'], says: '2 entries at most' },
  { schema: z.number().max(120), value: 500, says: '120 at most' },
  { schema: z.string(), value: 1, says: undefined },
])('a limit in words: $says', ({ schema, value, says }) => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  expect(issue && limitText(issue)).toBe(says);
});
