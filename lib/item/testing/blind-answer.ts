import type { Chance } from '#lib/chance/chance.ts';
import type { Answer } from '#lib/item/registry.ts';
import type { ReadItem } from './read-item.ts';

/** The answer of somebody who knows nothing and takes every possibility for equally likely. */
export function blindAnswer({ item: { body }, secret: { key } }: ReadItem, chance: Chance): Answer {
  const any = <T>(values: readonly T[]): T[] => values.slice(chance.below(values.length)).slice(0, 1);
  if ('options' in body && body.options) {
    const ids = body.options.map(({ id }) => id);
    if (!('many' in body)) return { options: any(ids), text: '' };
    if (!body.many) return { options: any(ids) };
    const subset = 1 + chance.below(2 ** ids.length - 1);
    return { options: ids.filter((_id, at) => subset & (1 << at)) };
  }
  if ('blocks' in body) return { order: chance.shuffle(body.blocks.map(({ id }) => id)) };
  if ('bank' in body) {
    const dealt = chance.shuffle(body.bank ?? []);
    const token = (at: number) =>
      body.bank ? ((body.once ? dealt[at] : any(body.bank)[0]) ?? '') : `w${chance.below(1e6)}`;
    return { blanks: Object.fromEntries(body.blanks.map((id, at) => [id, token(at)])) };
  }
  if ('left' in body && 'pairs' in key) {
    const isOneToOne = new Set(Object.values(key.pairs)).size === body.left.length;
    const dealt = chance.shuffle(body.right);
    const partner = (at: number) => (isOneToOne ? dealt[at] : any(body.right)[0])?.id ?? '';
    return { pairs: Object.fromEntries(body.left.map(({ id }, at) => [id, partner(at)])) };
  }
  if ('asksUnit' in body) return { number: `${chance.below(1e6)}${body.asksUnit ? ' apples' : ''}` };
  if ('starter' in body) return { code: `word_${chance.below(1e6)}` };
  return { text: `word_${chance.below(1e6)}`, options: [] };
}
