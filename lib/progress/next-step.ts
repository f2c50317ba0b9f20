import type { Outcome } from '#lib/mastery/verdict.ts';

export interface Way {
  readonly title: string;
  readonly path: string;
}

/** What is known where an activity ends. */
export interface StepFacts {
  /** Answered in this round and not right yet; and not answered at all. */
  readonly missed: number;
  readonly todo: number;
  /** The next activity of the lesson that is not done, those after this one first. */
  readonly open: Way | null;
  readonly test: Way | null;
  readonly verdict: Outcome | null;
  readonly nextLesson: Way | null;
}

/** One recommended step with its reason; `missed` is another round of what was missed. */
export type NextStep =
  | { readonly kind: 'missed'; readonly why: string }
  | { readonly kind: 'go'; readonly way: Way; readonly why: string };

/** What to do next, by one rule: mend what was missed, then go on where the lesson is open, then be tested. */
export function nextStep({ missed, todo, open, test, verdict, nextLesson }: StepFacts): NextStep | null {
  if (missed > 0 && todo === 0) {
    const why = missed === 1 ? 'One was not right yet.' : `${missed} were not right yet.`;
    return { kind: 'missed', why: `${why} Another round now costs no points and mends most.` };
  }
  if (verdict === 'strong' && nextLesson) {
    return {
      kind: 'go',
      way: nextLesson,
      why: 'Your test says that you know this lesson: the next one waits.',
    };
  }
  if (open) return { kind: 'go', way: open, why: 'The next part of this lesson that you have not finished.' };
  if (test && verdict !== 'strong') {
    return {
      kind: 'go',
      way: test,
      why: 'You have finished the lesson: a short test says how sure that is.',
    };
  }
  return nextLesson && { kind: 'go', way: nextLesson, why: 'You have finished this lesson.' };
}
