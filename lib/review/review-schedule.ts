import {
  type Card,
  createEmptyCard,
  Rating as FsrsRating,
  forgetting_curve,
  fsrs,
  type Grade,
  generatorParameters,
  State,
} from 'ts-fsrs';
import type { Rating } from '#lib/item/rating.ts';

/** How an answer went, in the words of the scheduler, which are those of a card. */
export type ReviewGrade = Rating;

/** What is kept of a schedule; stability in days, difficulty 1..10, days as 2026-11-22 in the learner's own calendar. */
export interface ReviewState {
  readonly stability: number;
  readonly difficulty: number;
  readonly repetitions: number;
  readonly lapses: number;
  readonly lastGrade: ReviewGrade;
  readonly lastAt: Date;
  readonly lastDay: string;
  readonly dueDay: string;
}

/** When something was answered: the instant, and the learner's calendar day at that moment. */
export interface ReviewTime {
  readonly at: Date;
  readonly day: string;
}

const grades: Record<ReviewGrade, Grade> = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
};
const parameters = generatorParameters({ enable_fuzz: false, enable_short_term: false });
const scheduler = fsrs(parameters);

/**
 * Whether an answer moves the schedule. The first one does, and one that is due. Before that only a wrong one does, and
 * once a day: what was right five times in a row this afternoon is not known for months, and a bad quarter of an hour
 * is one lapse.
 */
export function movesSchedule(before: ReviewState | null, grade: ReviewGrade, day: string): boolean {
  if (!before || before.dueDay <= day) return true;
  return grade === 'again' && !(before.lastGrade === 'again' && before.lastDay >= day);
}

/**
 * The schedule after one more review, by FSRS-6 with its default weights, without short-term steps and fuzz, for a
 * wanted recall of 90 %. Time is counted in the learner's calendar days, for which the weights were fitted.
 */
export function nextReview(before: ReviewState | null, grade: ReviewGrade, now: ReviewTime): ReviewState {
  // A clock that was set back must not stop an answer from being recorded.
  const { at, day } = before && before.lastDay > now.day ? { at: before.lastAt, day: before.lastDay } : now;
  const date = dateOf(day);
  const { card } = scheduler.next(before ? cardOf(before) : createEmptyCard(date), date, grades[grade]);
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    repetitions: card.reps,
    lapses: card.lapses,
    lastGrade: grade,
    lastAt: at,
    lastDay: day,
    dueDay: dayOf(card.due),
  };
}

/**
 * Chance that it would be recalled now, 0..1, by the forgetting curve of FSRS-6, R = (1 + factor t/S)^-decay, with t in
 * days and their fractions: counted in whole days, whatever is less than a day old would be recalled for certain.
 */
export function recallAt(
  { stability, lastAt }: Pick<ReviewState, 'stability' | 'lastAt'>,
  now: Date,
): number {
  const days = Math.max(0, now.getTime() - lastAt.getTime()) / dayMs;
  return forgetting_curve(parameters.w, days, stability);
}

const dayMs = 86_400_000;
// The scheduler counts calendar days in UTC, so each local day stands for itself there, whatever its length.
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

function cardOf(state: ReviewState): Card {
  const [last, due] = [dateOf(state.lastDay), dateOf(state.dueDay)];
  return {
    due,
    stability: state.stability,
    difficulty: state.difficulty,
    elapsed_days: 0,
    scheduled_days: (due.getTime() - last.getTime()) / dayMs,
    learning_steps: 0,
    reps: state.repetitions,
    lapses: state.lapses,
    state: State.Review,
    last_review: last,
  };
}
