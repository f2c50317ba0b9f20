import { type ReactNode, useState } from 'react';
import { kindOf } from '#components/item/kinds/registry.ts';
import { Button } from '#components/ui/button.tsx';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { HintRefusal } from '#lib/sitting/refusals.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { ItemAddressFields } from './address-fields.tsx';
import { pointsText } from './item-text.ts';
import type { SentForm } from './use-form.ts';

const RefusedHint = lazyPart(() => import('./refused.tsx').then((file) => file.RefusedHint));

const OpenedHints = lazyPart(() => import('./opened-hints.tsx').then((file) => file.OpenedHints));

export interface HintsProps {
  item: ServedItem;
  /** Null offers no more hints. */
  sent: SentForm<SubmitReply, HintRefusal> | null;
}

/** The id of the element with the hints of an item; a card that is turned is its own hint. */
export const hintsId = (item: ServedItem): string => (kindOf(item).turn ? item.id : `${item.id}-hints`);

const formId = ({ id }: ServedItem): string => `${id}-hint`;

/** Whether another hint, or the other side of a card, can be opened. */
const hasMore = ({ state }: ServedItem): boolean => state.hintsLeft > 0 && !state.settled;

/** The opened hints, whose script loads once there is one; the other side of a card is part of its fields. */
export function HintList({ item }: { item: ServedItem }) {
  const [served] = useState(item.state.hints.length);
  if (item.state.hints.length === 0 || kindOf(item).turn) return null;
  return (
    <div id={hintsId(item)} className="mt-6 scroll-mt-40 space-y-4 border-t border-line pt-4">
      <OpenedHints hints={item.state.hints} served={served} />
    </div>
  );
}

/** Opens the next hint, with its price, at the far end of the row with *Check*; a card with two sides is turned instead. */
export function HintButton({ item, sent }: HintsProps) {
  const { turn } = kindOf(item);
  if (!sent || !hasMore(item)) return null;
  return (
    <Button
      form={formId(item)}
      kind={turn ? 'primary' : 'bare'}
      size={turn ? 'medium' : 'small'}
      icon={turn ? undefined : 'hint'}
      pending={sent.pending}
      className={turn ? 'turn-card no-print max-sm:grow' : 'needs-server no-print ms-auto min-h-11'}
    >
      {turn?.label ?? label(item)}
    </Button>
  );
}

/** The form that the button posts: it cannot stand within the form of the answer. */
export function HintForm({ item, address, sent }: HintsProps & { address: SittingAddress }) {
  if (!sent || !hasMore(item)) return null;
  return (
    <form {...sent.form} id={formId(item)}>
      <ItemAddressFields address={address} item={item} />
      <input type="hidden" name="seen" value={item.state.hints.length} />
      <p role="status" className="text-sm">
        {problem(sent)}
      </p>
    </form>
  );
}

/** With the points that opening the hint really costs. */
function label({ state }: ServedItem): string {
  const what = state.hints.length > 0 ? 'Show another hint' : 'Show hint';
  const [now] = state.pays;
  if (now === undefined) return what;
  return state.hintPrice > 0
    ? `${what} (costs ${state.hintPrice} of ${pointsText(now)})`
    : `${what} (costs no more points)`;
}

function problem({ state, notSent }: SentForm<SubmitReply, HintRefusal>): ReactNode {
  if (notSent) return 'The server could not be reached. Check your connection and press the button again.';
  if (state?.ok !== false) return '';
  return <RefusedHint state={state} />;
}
