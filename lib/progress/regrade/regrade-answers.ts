import { chance } from '#lib/chance/chance.ts';
import { type Answer, type Item, itemType } from '#lib/item/registry.ts';
import { variantOfVersion } from '#lib/item/variants.ts';
import { bothHalves, type FoundItem } from '#lib/lesson/library.ts';
import type { AnswerCorrectness } from '#lib/progress/tally.ts';
import { pointsFor } from '#lib/sitting/points.ts';
import { gradeAgain, type Regrade } from './grade-again.ts';

/** Whether an answer may lose by being graded again. */
export const regradePolicies = ['no-one-loses', 'new-key'] as const;
export type RegradePolicy = (typeof regradePolicies)[number];

/** The parts of an answer that a regrade can change. */
export interface CountedGrade {
  readonly score: number;
  readonly verdict: AnswerCorrectness;
  readonly points: number;
}

/** A stored answer with the grade that it counts by. */
export interface StoredAnswer extends CountedGrade {
  readonly id: string;
  readonly userId: string;
  readonly sittingId: string;
  readonly activity: string;
  readonly itemVersion: string;
  readonly answer: Answer;
  readonly hintsOpened: number;
}

export interface ChangedAnswer {
  readonly answer: StoredAnswer;
  readonly grade: CountedGrade;
}

/** What grading the answers to an item again changes. */
export interface AnswersRegraded {
  readonly answers: number;
  readonly people: number;
  readonly changed: readonly ChangedAnswer[];
  /** Answers that keep their grade, because they chose what is gone or answered a variant that is. */
  readonly ungradable: number;
  /** Answers that keep their grade, because their program would have to run again. */
  readonly mustRun: number;
}

/** Grades all answers to an item by what it is now. They are given in the order of grading. */
export function regradeAnswers(
  found: FoundItem,
  answers: readonly StoredAnswer[],
  policy: RegradePolicy,
): AnswersRegraded {
  const graded = answers.map((answer) => ({ answer, made: gradeNow(found, answer) }));
  const people = [...new Set(answers.map(({ userId }) => userId))];
  const changed = people.flatMap((userId) => {
    const own = graded
      .filter(({ answer }) => answer.userId === userId)
      .map(({ answer, made }) => ({ answer, grade: countedGrade(answer, made, policy) }));
    return withPoints(found.item, own, policy).filter(({ answer, grade }) => differs(answer, grade));
  });
  return {
    answers: answers.length,
    people: people.length,
    changed,
    ungradable: graded.filter(({ made }) => made === 'chose-what-is-gone').length,
    mustRun: graded.filter(({ made }) => made === 'must-run').length,
  };
}

function gradeNow(found: FoundItem, { answer, itemVersion }: StoredAnswer): Regrade {
  const whole = bothHalves(found);
  const asked = found.item.varies ? variantOfVersion(whole, itemVersion) : whole;
  return asked && fits(asked.item, asked.secret.key, answer)
    ? gradeAgain(asked, answer)
    : 'chose-what-is-gone';
}

/** Whether the answer has the form of this kind: the item may have been of another one. */
function fits(
  { type, body, id }: Item,
  key: Parameters<typeof gradeAgain>[0]['secret']['key'],
  answer: Answer,
): boolean {
  const example = itemType(type).exampleAnswer(body, key, true, chance(id));
  return Object.keys(example).every((name) => name in answer);
}

function countedGrade(before: StoredAnswer, made: Regrade, policy: RegradePolicy): CountedGrade {
  if (typeof made === 'string') return before;
  const verdict = made.correct ? 'right' : 'wrong';
  if (policy === 'new-key') return { ...before, score: made.score, verdict };
  return {
    ...before,
    score: Math.max(before.score, made.score),
    verdict: before.verdict === 'right' ? 'right' : verdict,
  };
}

/**
 * The points of one person's answers: an item pays once, for the first right answer outside a test, at the price of that
 * attempt. What has paid keeps its price while it is right. Where no one loses, points never become fewer.
 */
function withPoints(item: Item, own: readonly ChangedAnswer[], policy: RegradePolicy): ChangedAnswer[] {
  let hasPaid = false;
  const paid = own.map(({ answer, grade }, tries) => {
    const pays = grade.verdict === 'right' && !hasPaid && (answer.activity !== 'test' || answer.points > 0);
    hasPaid ||= pays;
    const price = answer.points > 0 ? answer.points : pointsFor(item, tries + 1, answer.hintsOpened);
    return { answer, grade: { ...grade, points: pays ? price : 0 } };
  });
  const total = (points: readonly number[]) => points.reduce((sum, one) => sum + one, 0);
  const loses = total(paid.map(({ grade }) => grade.points)) < total(own.map(({ answer }) => answer.points));
  return policy === 'no-one-loses' && loses ? [...own] : paid;
}

const differs = (before: CountedGrade, after: CountedGrade): boolean =>
  before.score !== after.score || before.verdict !== after.verdict || before.points !== after.points;
