import { type RefObject, useContext, useEffect, useRef, useState } from 'react';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { VisitContext } from '#components/item/player/visit-context.ts';
import { Button } from '#components/ui/button.tsx';
import { lazyPart } from '#components/ui/lazy-near.ts';

// Most cards come face up.
const CardBack = lazyPart(() => import('./card-back.tsx').then((file) => file.CardBack));

/** The back of the card, once turned. */
export function CardFields({ item, disabled }: FieldsProps<Record<string, never>>) {
  const { answer, hints } = item.state;
  const { isCovered, turn, hold } = useCover(item);
  const isTurned = (hints.length > 0 || answer !== null) && !isCovered;
  const back = useFocusWhenTurned(isTurned);
  if (isCovered)
    return (
      <Button type="button" onClick={turn} className="turn-card">
        Turn the card
      </Button>
    );
  if (!isTurned) return null;
  return (
    <div ref={back} tabIndex={-1} className="scroll-mb-28">
      <CardBack item={item} disabled={disabled} onHold={hold} />
    </div>
  );
}

/** A card that was rated *Again* lies on its back when it returns in the round, also if it returned before that was recorded. */
function useCover({ state: { used, answer } }: FieldsProps<unknown>['item']) {
  const visit = useContext(VisitContext);
  const [seen, setSeen] = useState({ used, visit });
  const [heldIn, setHeldIn] = useState<number | null>(null);
  if (seen.used !== used) {
    setSeen({ used, visit: heldIn ?? visit });
    setHeldIn(null);
  }
  const isAgain = answer !== null && 'rating' in answer && answer.rating === 'again';
  return {
    isCovered: isAgain && seen.visit !== visit,
    turn: () => setSeen({ used, visit }),
    hold: () => setHeldIn(visit),
  };
}

/** Focuses the back of a card that was turned: the button that turned it is gone, and the ratings come next. */
function useFocusWhenTurned(isTurned: boolean): RefObject<HTMLDivElement | null> {
  const back = useRef<HTMLDivElement>(null);
  const was = useRef(isTurned);
  useEffect(() => {
    if (isTurned && !was.current) back.current?.focus();
    was.current = isTurned;
  }, [isTurned]);
  return back;
}
