import type { TestVerdict } from './verdict.ts';

/** Where somebody stands in a lesson. It can fall as well as rise. */
export type MasteryLevel = 'new' | 'learning' | 'strong' | 'fading';

/** The same words for learner and teacher. */
export const levelLabels: Readonly<Record<MasteryLevel, string>> = {
  new: 'New',
  learning: 'Learning',
  strong: 'Strong',
  fading: 'Fading',
};

export interface LevelFacts {
  /** Anything of the lesson was answered or read. */
  readonly isStarted: boolean;
  readonly newest: NewestTest | null;
  /** What is believed of the person in this lesson now, in logits: ability plus offset; null before any answer, and while it must not be shown. */
  readonly standing: number | null;
  /** The last answer in the lesson. */
  readonly lastAt: Date | null;
}

export interface NewestTest {
  readonly outcome: TestVerdict['outcome'];
  readonly at: Date;
  /** What was believed when it ended; null for tests older than beliefs. */
  readonly standing: number | null;
}

export interface Mastery {
  readonly level: MasteryLevel;
  /** What the newest test said. */
  readonly outcome: TestVerdict['outcome'] | null;
  /** Why it is fading; empty otherwise. */
  readonly why: string;
}

const dayMs = 24 * 60 * 60_000;
const freshDays = 30;
/** About what five wrong answers in a row take. */
const fadingDrop = 0.7;

/**
 * Only a test makes strong, and a later test that does not say so takes it away. Strong fades when nothing of the
 * lesson was answered for thirty days, or when it was answered since the test and what is believed fell by .7 logits.
 */
export function mastery({ isStarted, newest, standing, lastAt }: LevelFacts, now: Date): Mastery {
  const outcome = newest?.outcome ?? null;
  if (newest?.outcome !== 'strong')
    return { level: isStarted || newest ? 'learning' : 'new', outcome, why: '' };
  const last = lastAt && lastAt > newest.at ? lastAt : newest.at;
  // What is believed of a person follows the answers to all lessons; those to others alone say nothing of this one.
  const isAnswered = lastAt !== null && lastAt > newest.at;
  const fell =
    isAnswered && newest.standing !== null && standing !== null && newest.standing - standing >= fadingDrop;
  if (fell) return { level: 'fading', outcome, why: 'Answers since the test were often wrong.' };
  if (now.getTime() - last.getTime() > freshDays * dayMs)
    return { level: 'fading', outcome, why: `Nothing of it was answered for ${freshDays} days.` };
  return { level: 'strong', outcome, why: '' };
}

/** The rule as pages print it. */
export const levelRule = `A lesson is new, learning, strong or fading. Only a test makes it strong, and the newest test counts. Strong fades when nothing of the lesson was answered for ${freshDays} days, or when answers since the test were often wrong; right answers or a new test bring it back.`;
