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
  /** Items that were not asked yet; when all are used up, they come again. */
  readonly left: readonly BankItem[];
  readonly rule: Pick<TestRule, 'confidence'>;
}

const maxQuestions = 30;
const runs = 64;

/**
 * How many further questions would settle it, on average: the test is taken on 64 times by somebody drawn from what is
 * believed now, each time until sure or for 30 questions. At least 1, rounded up; 30 means "30 or more".
 */
export function expectedQuestions(open: UnsettledTest, chance: Chance): number {
  if (open.left.length === 0) return maxQuestions;
  const random = draws(chance);
  let total = 0;
  for (let run = 0; run < runs; run++) total += oneRun(open, chance, random);
  return Math.max(1, Math.ceil(total / runs));
}

function oneRun({ posterior, cut, left, rule }: UnsettledTest, chance: Chance, random: Draws): number {
  const person = random.index(posterior);
  const order = chance.shuffle(left);
  let belief = posterior;
  for (let count = 1; count <= maxQuestions; count++) {
    const curve = order[(count - 1) % order.length]?.curve;
    if (!curve) break;
    belief = updatePosterior(belief, curve, random.happens(curve[person] ?? 0));
    if (outcomeOf(probabilityAbove(belief, cut), rule.confidence) !== 'unsure') return count;
  }
  return maxQuestions;
}
