import { type Outcome, outcomeLabels } from '#lib/mastery/verdict.ts';
import { aboutMinutes, isDone, isStarted, minutesLeft, type TimedActivity } from './minutes-left.ts';

export interface StartFacts<Slug extends string> {
  readonly activities: readonly (TimedActivity & { readonly slug: Slug })[];
  /** Whether the lesson has a test. */
  readonly hasTest: boolean;
  /** The outcome of the newest test; null before the first. */
  readonly outcome: Outcome | null;
  readonly isSignedIn: boolean;
}

/** What the two buttons at the top of a lesson say. */
export interface LessonStart<Slug extends string> {
  /** The first activity that is not finished; null when all are. */
  readonly next: { readonly slug: Slug; readonly label: string } | null;
  /** The words for the test; null for a lesson without one. */
  readonly test: TestWords | null;
  /** Which of the two stands out; null when nothing is left to recommend. */
  readonly loudest: 'next' | 'test' | null;
}

export interface TestWords {
  readonly label: string;
  /** Whether it is recommended, or how the last one ended. */
  readonly remark: string;
}

/** How to begin or continue a lesson: a test before anything else, then the activities, and a test at the end. */
export function lessonStart<Slug extends string>(facts: StartFacts<Slug>): LessonStart<Slug> {
  const { activities, hasTest, outcome, isSignedIn } = facts;
  const hasBegun = activities.some(isStarted);
  const left = activities.find((activity) => !isDone(activity));
  const label = left && hasBegun ? `Continue, ${aboutMinutes(minutesLeft([left]))} left` : 'Start';
  const test = hasTest ? testWords(outcome, hasBegun) : null;
  const isTestFirst = hasTest && isSignedIn && outcome === null && !hasBegun;
  const isTestLeft = hasTest && outcome !== 'strong';
  return {
    next: left ? { slug: left.slug, label } : null,
    test,
    loudest: isTestFirst ? 'test' : left ? 'next' : isTestLeft ? 'test' : null,
  };
}

function testWords(outcome: Outcome | null, hasBegun: boolean): TestWords {
  if (outcome) return { label: 'Test again', remark: `last: ${outcomeLabels[outcome].toLowerCase()}` };
  return { label: hasBegun ? 'Test me' : 'Test me first', remark: 'recommended' };
}
