import { chance } from '#lib/chance/chance.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { quantileOf, responseCurve } from './ability-posterior.ts';
import { type ConceptVerdict, conceptVerdict, posteriorOf } from './concept-test.ts';
import { lessonPool } from './lesson-pool.ts';
import { shareKnown } from './reference-share.ts';
import { testBank } from './test-bank.ts';
import type { TestRule } from './test-rule.ts';
import { outcomeOf } from './verdict.ts';

/** No test decides before its fifth question, so what one answer says needs to be surer than a verdict. */
const confidence = 0.95;

export type FirstVerdict = Pick<ConceptVerdict, 'outcome' | 'pStrong' | 'low' | 'high'> & {
  /** How sure each end of the band is, 0..1. */
  readonly confidence: number;
  /** Further questions until the test decides, at least as many as it always asks. */
  readonly more: number;
};

/**
 * What a single answer says of a lesson, to a question of its pool or of another activity, with the difficulties of the
 * author's labels: the posterior of the test at 95 %, and the interval that crosses the cut exactly when that cannot tell.
 * Null for a lesson without a pool.
 */
export function verdictAfterOne(
  lesson: Pick<Lesson, 'id' | 'pool' | 'secrets'>,
  rule: TestRule,
  { item, correct }: { readonly item: Item; readonly correct: boolean },
): FirstVerdict | null {
  const [asked] = lessonPool({ pool: [item], secrets: lesson.secrets });
  if (lesson.pool.length === 0 || !asked) return null;
  const bank = testBank(lessonPool(lesson), rule);
  const items = new Map([...bank.items, [item.id, { ...asked, curve: responseCurve(asked) }]]);
  const answers = [{ itemId: item.id, correct }];
  const whole = { ...bank, items };
  const posterior = posteriorOf(whole, answers);
  const { more, pStrong } = conceptVerdict(whole, rule, { answers }, chance(lesson.id));
  return {
    outcome: outcomeOf(pStrong, confidence),
    confidence,
    pStrong,
    low: shareKnown(bank.reference, quantileOf(posterior, 1 - confidence)),
    high: shareKnown(bank.reference, quantileOf(posterior, confidence)),
    more: Math.max(more ?? 0, rule.minQuestions - 1),
  };
}
