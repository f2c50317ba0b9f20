import type { ItemTypeName, ItemView, ViewOf } from '#lib/item/registry.ts';
import { blanks } from './blanks/blanks.ts';
import { card } from './card/card.ts';
import { choice } from './choice/choice.ts';
import { codeStep } from './code-step/code-step.ts';
import type { KindView } from './kind-view.ts';
import { match } from './match/match.ts';
import { number } from './number/number.ts';
import { order } from './order/order.ts';
import { output } from './output/output.ts';
import { recall } from './recall/recall.ts';
import { text } from './text/text.ts';
import { whatIf } from './what-if/what-if.ts';

/** Every kind of item, as pages show it. Adding one here adds its inputs and texts. */
export const kindViews: { readonly [Name in ItemTypeName]: KindView<ViewOf<Name>> } = {
  choice,
  output,
  order,
  blanks,
  match,
  number,
  text,
  card,
  recall,
  'what-if': whatIf,
  'code-step': codeStep,
};

export type AnyKindView = KindView<ItemView['view']>;

export function kindOf({ type }: { readonly type: ItemTypeName }): AnyKindView {
  const views: Record<ItemTypeName, AnyKindView> = kindViews;
  return views[type];
}
