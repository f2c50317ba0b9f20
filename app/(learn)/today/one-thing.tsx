import { dueWords } from '#components/progress/due-list.tsx';
import { Hero } from '#components/progress/hero.tsx';
import { RecommendationCard } from '#components/progress/recommendation-card.tsx';
import { StartHere } from '#components/progress/start-here.tsx';
import { StartReview } from '#components/progress/start-review.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { agoInWords, spanInWords } from '#lib/calendar/time-in-words.ts';
import { reviewLabel } from '#lib/review/review-length.ts';
import type { NextToday, Today } from '#lib/server/progress/today.ts';
import { startTodaysReview } from './actions.ts';

/** The challenge or test that is open, else review when something is due, else the next step, else the first lesson. */
export function TheOneThing({ page, above }: { page: Today; above: string }) {
  const { open, due, next, now, hasStarted, firstLesson, mostFaded } = page;
  if (open) return <Open open={open} />;
  if (due.length > 0)
    return (
      <Hero
        above={above}
        title={reviewLabel}
        action={
          <>
            <StartReview action={startTodaysReview}>Start</StartReview>
            <span className="text-ink-soft">{questionsWords(due)}</span>
          </>
        }
      >
        {dueWords(due)} {mostFaded ? `“${mostFaded}” comes first: it has faded most.` : null}
      </Hero>
    );
  if (next) return <Next next={next} now={now} quiet={false} />;
  return hasStarted ? (
    <AllDone />
  ) : (
    <StartHere first={firstLesson} other={{ title: 'See all lessons', href: '/' }} />
  );
}

/** What comes after the one thing, beside it: the review after an open challenge or test, the next step after a review. */
export function ThenNext({ page: { open, due, next, now } }: { page: Today }) {
  if (due.length === 0) return null;
  if (!open) return next ? <Next next={next} now={now} quiet /> : null;
  return (
    <Card as="section">
      <p className="text-sm text-ink-soft">Then</p>
      <h2 className="mt-1 mb-3 text-xl">{reviewLabel}</h2>
      <p className="mb-4">{dueWords(due)}</p>
      <ButtonLink href="/today/review" kind="quiet">
        To the review
      </ButtonLink>
    </Card>
  );
}

function Open({ open: { href, title, lessonTitle, leftMs } }: { open: NonNullable<Today['open']> }) {
  return (
    <Hero
      above="Not finished"
      title={lessonTitle}
      action={
        <ButtonLink href={href} size="large">
          Continue: {title}
        </ButtonLink>
      }
    >
      {leftMs === null
        ? 'You have started this and not finished it.'
        : `Its clock is running: ${spanInWords(leftMs)} left for the problem that is open.`}
    </Hero>
  );
}

/** A review has as many questions as fit in five minutes: about five, fewer when less is due. */
function questionsWords(due: Today['due']): string {
  const all = due.reduce((sum, { concepts, cards }) => sum + concepts.length + cards, 0);
  if (all >= 5) return 'About five questions';
  return all === 1 ? 'One question' : `Up to ${all} questions`;
}

/** What to do next, beside the one thing or as it. */
function Next({ next, now, quiet }: { next: NextToday; now: Date; quiet: boolean }) {
  const { recommendation, about, minutes, leftOff } = next;
  return (
    <RecommendationCard
      {...{ recommendation, about, minutes, quiet }}
      leftOff={leftOff && { progress: leftOff.progress, last: agoInWords(leftOff.lastAt, now) }}
    />
  );
}

function AllDone() {
  return (
    <EmptyState title="Nothing is left to do" action={<ButtonLink href="/">See all lessons</ButtonLink>}>
      You have finished every lesson that there is. Reviews come up here when they are due.
    </EmptyState>
  );
}
