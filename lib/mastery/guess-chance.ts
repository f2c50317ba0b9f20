import type { Item } from '#lib/item/registry.ts';

/**
 * Chance that somebody who knows nothing answers an item right, 0..1: one option of n; one subset of the options when
 * several may be right; one order of n blocks; one token of the bank for each blank; nothing for typed text and code.
 */
export function guessChance({ body }: Item): number {
  if ('options' in body) {
    if (!body.options) return 0;
    return 'many' in body && body.many ? 1 / (2 ** body.options.length - 1) : 1 / body.options.length;
  }
  if ('blocks' in body) return 1 / factorial(body.blocks.length);
  if ('bank' in body) return (1 / Math.max(1, body.bank.length)) ** body.blanks.length;
  return 0;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
