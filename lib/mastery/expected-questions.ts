import type { Chance } from '#lib/chance/chance.ts';
import { type Draws, draws } from '#lib/statistics/draws.ts';
import { type Posterior, probabilityAbove, updatePosterior } from './ability-posterior.ts';
import type { BankItem } from './test-bank.ts';
import type { TestRule } from './test-rule.ts';
import { outcomeOf } from './verdict.ts';

interface UnsettledTest {
  readonly posterior: Posterior;
  /** The cut as an ability. */
  readonly cut: number;
  /** Items that were not asked yet. They are reused when there are too few. */
  readonly left: readonly BankItem[];
  readonly rule: Pick<TestRule, 'confidence'>;
}

const maxQuestions = 30;
const runs = 64;

/**
 * The mean number of further questions until the test is sure, over 64 simulated continuations of at most 30 questions
 * each, by learners drawn from the posterior. At least 1, rounded up; 30 means "30 or more".
 */
export function expectedQuestions(test: UnsettledTest, chance: Chance): number {
  if (test.left.length === 0) return maxQuestions;
  const random = draws(chance);
  let total = 0;
  for (let run = 0; run < runs; run++) total += oneRun(test, chance, random);
  return Math.max(1, Math.ceil(total / runs));
}

function oneRun({ posterior, cut, left, rule }: UnsettledTest, chance: Chance, random: Draws): number {
  const learner = random.index(posterior);
  const order = chance.shuffle(left);
  let belief = posterior;
  for (let count = 1; count <= maxQuestions; count++) {
    const curve = order[(count - 1) % order.length]?.curve;
    if (!curve) break;
    belief = updatePosterior(belief, curve, random.happens(curve[learner] ?? 0));
    if (outcomeOf(probabilityAbove(belief, cut), rule.confidence) !== 'unsure') return count;
  }
  return maxQuestions;
}
