import { type Card, createEmptyCard, fsrs, type Grade, generatorParameters, Rating } from 'ts-fsrs';

/** How an answer went, in the words of the scheduler. */
export type ReviewGrade = 'again' | 'hard' | 'good' | 'easy';

/** What is kept of an item's schedule; stability in days, difficulty 1..10. */
export interface ReviewState {
  readonly stability: number;
  readonly difficulty: number;
  readonly state: number;
  readonly repetitions: number;
  readonly lapses: number;
  readonly lastAt: Date;
  readonly dueAt: Date;
}

const grades: Record<ReviewGrade, Grade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};
const scheduler = fsrs(generatorParameters({ enable_fuzz: false, enable_short_term: false }));

/** The schedule after one more review, by FSRS-6 with its default weights and 90 % wanted recall. */
export function nextReview(before: ReviewState | null, grade: ReviewGrade, now: Date): ReviewState {
  // A clock that was set back must not stop an answer from being recorded.
  const at = before && before.lastAt > now ? before.lastAt : now;
  const { card } = scheduler.next(before ? cardOf(before, at) : createEmptyCard(at), at, grades[grade]);
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    state: card.state,
    repetitions: card.reps,
    lapses: card.lapses,
    lastAt: at,
    dueAt: card.due,
  };
}

function cardOf(state: ReviewState, now: Date): Card {
  return {
    due: state.dueAt,
    stability: state.stability,
    difficulty: state.difficulty,
    elapsed_days: Math.max(0, Math.round((now.getTime() - state.lastAt.getTime()) / 86_400_000)),
    scheduled_days: Math.max(0, Math.round((state.dueAt.getTime() - state.lastAt.getTime()) / 86_400_000)),
    learning_steps: 0,
    reps: state.repetitions,
    lapses: state.lapses,
    state: state.state,
    last_review: state.lastAt,
  };
}
