import { Icon } from '#components/ui/icon.tsx';
import { type RoundTally, tallyText } from '#lib/sitting/answer-summary.ts';

export interface RoundSummaryProps {
  tally: RoundTally;
  streakDays: number;
  /** Concepts and cards that have a review ahead. */
  reviews: readonly string[];
  /** In how long the first review is due, as far as the page knows: "tomorrow". */
  next: string | null;
}

/** How the round went, and what it changed. */
export function RoundSummary({ tally, streakDays, reviews, next }: RoundSummaryProps) {
  const one = reviews.length === 1;
  const due = one ? '1 concept is due' : `${reviews.length} concepts are due`;
  return (
    <div role="status" className="mt-2 tabular-nums">
      <p className="font-semibold">{tallyText(tally)}.</p>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-ink-soft">
        <li data-shows="points" className="inline-flex items-center gap-2">
          <Icon name="point" size={16} />
          {tally.points === 1 ? '1 point' : `${tally.points} points`} in this round
        </li>
        {streakDays > 0 ? (
          <li data-shows="streak" className="inline-flex items-center gap-2">
            <Icon name="flame" size={16} />
            {streakDays === 1 ? 'today counts for your streak' : `${streakDays} days in a row`}
          </li>
        ) : null}
        {reviews.length > 0 ? (
          <li className="inline-flex items-center gap-2">
            <Icon name="clock" size={16} />
            {due} for review{next ? (one ? ` ${next}` : `, the first ${next}`) : ''}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
