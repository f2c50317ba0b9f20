import {
  normalPrior,
  probabilityAbove,
  responseCurve,
  updatePosterior,
} from '#lib/mastery/ability-posterior.ts';
import { bandOf } from '#lib/mastery/concept-test.ts';
import type { Bank } from '#lib/mastery/test-bank.ts';
import { outcomeOf, type TestVerdict } from '#lib/mastery/verdict.ts';
import type { VerdictReceipt } from '#lib/mastery/verdict-receipt.ts';

/** The parts of a stored verdict that depend on which answers are right. */
export interface RegradedVerdict extends TestVerdict {
  readonly right: number;
  readonly receipt: VerdictReceipt | null;
}

/**
 * A verdict with one of its answers counted otherwise, computed from its receipt; null if nothing of it changes. The band is
 * told in shares of the lesson's present pool.
 */
export function regradedVerdict(
  { receipt, more }: RegradedVerdict,
  { itemId, correct }: { readonly itemId: string; readonly correct: boolean },
  { reference }: Pick<Bank, 'reference'>,
): RegradedVerdict | null {
  const asked = receipt?.answers.find((answer) => answer.itemId === itemId);
  if (!receipt || !asked || asked.correct === correct) return null;
  const answers = receipt.answers.map((answer) => (answer === asked ? { ...answer, correct } : answer));
  const posterior = answers.reduce(
    (before, answer) => updatePosterior(before, responseCurve(answer), answer.correct),
    normalPrior(receipt.prior),
  );
  const pStrong = probabilityAbove(posterior, receipt.cutAbility);
  const outcome = outcomeOf(pStrong, receipt.sureness);
  return {
    ...{ outcome, pStrong },
    ...bandOf({ reference }, { confidence: receipt.sureness }, posterior),
    more: outcome === 'unsure' ? more : null,
    right: answers.filter((answer) => answer.correct).length,
    receipt: { ...receipt, answers },
  };
}
