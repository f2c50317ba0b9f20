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

/** The grade of an answer for the scheduler; the same four as the ratings of a card. */
export type ReviewGrade = Rating;

/** The stored state of a schedule. Stability is in days, difficulty 1..10, days like 2026-11-22 in the learner's own calendar. */
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

/** When something was answered: the instant, and the learner's calendar day at that time. */
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
 * Whether an answer moves the schedule. The first answer and an answer on or after the due day do. Before the due day only
 * a wrong answer does, and only once a day: five right answers in one afternoon are no evidence of long-term recall, and
 * several wrong ones are one lapse.
 */
export function movesSchedule(current: ReviewState | null, grade: ReviewGrade, day: string): boolean {
  if (!current || current.dueDay <= day) return true;
  return grade === 'again' && !(current.lastGrade === 'again' && current.lastDay >= day);
}

/**
 * The schedule after one more review, by FSRS-6 with its default weights, without short-term steps and fuzz, for a
 * target recall of 90 %. Time is counted in the learner's calendar days, for which the weights were fitted.
 */
export function nextReview(current: ReviewState | null, grade: ReviewGrade, now: ReviewTime): ReviewState {
  // A clock that was set back must not stop an answer from being recorded.
  const { at, day } =
    current && current.lastDay > now.day ? { at: current.lastAt, day: current.lastDay } : now;
  const date = dateOf(day);
  const { card } = scheduler.next(current ? cardOf(current) : createEmptyCard(date), date, grades[grade]);
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
 * Probability of recall now, 0..1, by the forgetting curve of FSRS-6, R = (1 + factor t/S)^-decay, with t in fractional
 * days: in whole days, everything answered less than a day ago would have recall 1.
 */
export function recallAt(
  { stability, lastAt }: Pick<ReviewState, 'stability' | 'lastAt'>,
  now: Date,
): number {
  const days = Math.max(0, now.getTime() - lastAt.getTime()) / dayMs;
  return forgetting_curve(parameters.w, days, stability);
}

const dayMs = 86_400_000;
// The scheduler counts days in UTC, so each local day is mapped to the same date in UTC, whatever its length.
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
