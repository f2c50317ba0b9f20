import type { TestVerdict } from './verdict.ts';

/** A learner's level in a lesson. It can rise and fall. */
export type MasteryLevel = 'new' | 'learning' | 'strong' | 'fading';

/** Labels for learners and teachers. */
export const levelLabels: Readonly<Record<MasteryLevel, string>> = {
  new: 'New',
  learning: 'Learning',
  strong: 'Strong',
  fading: 'Fading',
};

export interface LevelFacts {
  /** Whether anything of the lesson was answered or read. */
  readonly isStarted: boolean;
  readonly newest: NewestTest | null;
  /** The learner's estimated ability in this lesson (ability plus offset, in logits); null before any answer, and while it must not be shown. */
  readonly standing: number | null;
  /** The last answer in the lesson. */
  readonly lastAt: Date | null;
}

export interface NewestTest {
  readonly outcome: TestVerdict['outcome'];
  readonly at: Date;
  /** The same estimate when the test ended; null for tests that predate these estimates. */
  readonly standing: number | null;
}

export interface Mastery {
  readonly level: MasteryLevel;
  /** The outcome of the newest test. */
  readonly outcome: TestVerdict['outcome'] | null;
  /** Why the level is fading; empty for other levels. */
  readonly why: string;
}

const dayMs = 24 * 60 * 60_000;
const freshDays = 30;
/** In logits: about the effect of five consecutive wrong answers. */
const fadingDrop = 0.7;

/**
 * The level by the newest test: only a strong outcome gives `strong`. It becomes `fading` when nothing of the lesson was
 * answered for thirty days, or when answers since the test lowered the estimated ability by .7 logits.
 */
export function mastery({ isStarted, newest, standing, lastAt }: LevelFacts, now: Date): Mastery {
  const outcome = newest?.outcome ?? null;
  if (newest?.outcome !== 'strong')
    return { level: isStarted || newest ? 'learning' : 'new', outcome, why: '' };
  const last = lastAt && lastAt > newest.at ? lastAt : newest.at;
  // Answers in other lessons move the estimate too; alone they are no evidence about this lesson.
  const isAnswered = lastAt !== null && lastAt > newest.at;
  const fell =
    isAnswered && newest.standing !== null && standing !== null && newest.standing - standing >= fadingDrop;
  if (fell) return { level: 'fading', outcome, why: 'Answers since the test were often wrong.' };
  if (now.getTime() - last.getTime() > freshDays * dayMs)
    return { level: 'fading', outcome, why: `Nothing of it was answered for ${freshDays} days.` };
  return { level: 'strong', outcome, why: '' };
}

/** The rule as pages show it. */
export const levelRule = `A lesson is new, learning, strong or fading. Only a test makes it strong, and the latest test counts. Strong fades when nothing of the lesson was answered for ${freshDays} days, or when answers since the test were often wrong; right answers or a new test bring it back.`;
