import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { Text } from '#components/lesson/text.tsx';

const ratings = [
  { rating: 'again', word: 'Again', means: 'I did not know it' },
  { rating: 'hard', word: 'Hard', means: 'with effort, or in part' },
  { rating: 'good', word: 'Good', means: 'after a moment' },
  { rating: 'easy', word: 'Easy', means: 'at once' },
] as const;

/** The back of the card, once turned, and four ratings. */
export function CardFields({ item, disabled }: FieldsProps<Record<string, never>>) {
  const { answer, hints } = item.state;
  const given = answer && 'rating' in answer ? answer.rating : '';
  if (hints.length === 0 && !given) return null;
  return (
    <div>
      {hints.map((back, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sides do not change places
        <div key={index} className="mb-5 border-t-2 border-accent pt-4">
          <Text nodes={back} />
        </div>
      ))}
      <p className="mb-2 text-sm text-ink-soft">How well did you know it?</p>
      <div className="grid grid-cols-2 gap-2.5 lg:grid-cols-4">
        {ratings.map(({ rating, word, means }, index) => (
          <button
            key={rating}
            type="submit"
            name="rating"
            value={rating}
            disabled={disabled}
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
    </div>
  );
}
