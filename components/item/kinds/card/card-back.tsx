import { type MouseEvent, useEffect, useRef } from 'react';
import { Text } from '#components/lesson/text.tsx';
import type { Rating } from '#lib/item/rating.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { useHeldRating } from './use-held-rating.ts';

const ratings = [
  { rating: 'again', word: 'Again', means: 'I did not know it' },
  { rating: 'hard', word: 'Hard', means: 'with effort, or in part' },
  { rating: 'good', word: 'Good', means: 'after a moment' },
  { rating: 'easy', word: 'Easy', means: 'at once' },
] as const;

export interface CardBackProps {
  item: ServedItem;
  disabled: boolean;
  /** A rating waits to be sent. */
  onHold: () => void;
}

/** The other side of a card, and four ratings. */
export function CardBack({ item, disabled, onHold }: CardBackProps) {
  const { answer, hints } = item.state;
  const held = useHeldRating(item);
  const given = held.rating ?? (answer && 'rating' in answer ? answer.rating : '');
  const rate = (event: MouseEvent<HTMLButtonElement>, rating: Rating): void => {
    if (held.hold(event, rating)) onHold();
  };
  return (
    <>
      {hints.map((back, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sides do not change places
        <div key={index} className="mb-5 border-t-2 border-accent pt-4">
          <Text nodes={back} />
        </div>
      ))}
      <p className="no-print mb-2 text-sm text-ink-soft">How well did you know it?</p>
      <div className="no-print grid grid-cols-2 gap-2.5 lg:grid-cols-4">
        {ratings.map(({ rating, word, means }, index) => (
          <button
            key={rating}
            type="submit"
            name="rating"
            value={rating}
            disabled={disabled}
            onClick={(event) => rate(event, rating)}
            data-shortcut={disabled ? undefined : index + 1}
            aria-pressed={given === rating}
            className="min-h-14 rounded-md border border-line-strong bg-paper-raised px-3 py-2 text-start leading-snug transition-colors hover:border-ink disabled:border-line disabled:text-ink-soft aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-ink aria-pressed:shadow-[inset_3px_0_0_var(--accent)]"
          >
            <span className="flex items-baseline justify-between font-semibold">
              {word}
              <span
                aria-hidden="true"
                className="font-code text-xs font-normal text-ink-soft pointer-coarse:hidden"
              >
                {index + 1}
              </span>
            </span>
            <span className="text-sm text-ink-soft">{means}</span>
          </button>
        ))}
      </div>
      <Waiting rating={held.rating} />
      {held.rating ? <input ref={held.field} type="hidden" name="rating" value={held.rating} /> : null}
    </>
  );
}

/** What becomes of a rating that is not sent yet. It takes the focus, so that Enter goes on. */
function Waiting({ rating }: { rating: Rating | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  const was = useRef(rating);
  useEffect(() => {
    if (rating && rating !== was.current) line.current?.focus({ preventScroll: true });
    was.current = rating;
  }, [rating]);
  const word = ratings.find((one) => one.rating === rating)?.word;
  return (
    <p ref={line} role="status" tabIndex={-1} className="no-print mt-2.5 text-sm text-ink-soft">
      {word ? `${word}. It counts when you go on; until then you can choose another.` : null}
    </p>
  );
}
