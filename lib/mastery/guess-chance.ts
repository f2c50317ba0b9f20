import type { Item, Key } from '#lib/item/registry.ts';

/**
 * Chance that somebody who knows nothing answers an item right, 0..1: one option of n; one subset of the options when
 * several may be right; one of the right orders among all orders of n blocks; one token of the bank for each blank;
 * nothing for typed text and code.
 */
export function guessChance({ body }: Pick<Item, 'body'>, key: Key): number {
  if ('options' in body) {
    if (!body.options) return 0;
    return 'many' in body && body.many ? 1 / (2 ** body.options.length - 1) : 1 / body.options.length;
  }
  if ('blocks' in body && 'before' in key) {
    const ids = body.blocks.map(({ id }) => id);
    return rightOrders(ids, key.before) / factorial(ids.length);
  }
  if ('bank' in body) return (1 / Math.max(1, body.bank.length)) ** body.blanks.length;
  return 0;
}

/** Orders of the ids that keep every rule (earlier, later): counted by which block may stand last. */
function rightOrders(ids: readonly string[], rules: readonly (readonly [string, string])[]): number {
  if (ids.length <= 1) return 1;
  const last = ids.filter((id) => !rules.some(([earlier, later]) => earlier === id && ids.includes(later)));
  return last.reduce(
    (sum, id) =>
      sum +
      rightOrders(
        ids.filter((other) => other !== id),
        rules,
      ),
    0,
  );
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
