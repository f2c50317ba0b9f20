import { type Curve, normalPrior, type Posterior, responseCurve } from './ability-posterior.ts';
import { logistic, withGuess } from './belief.ts';
import { isCalibrated, type PoolItem } from './item-knowledge.ts';
import { abilityAt } from './reference-share.ts';
import type { TestRule } from './test-rule.ts';

export interface BankItem extends PoolItem {
  readonly curve: Curve;
}

/** A pool with everything about it that a test computes once. */
export interface Bank {
  /** The items whose known share the verdict is about. */
  readonly reference: readonly PoolItem[];
  readonly items: ReadonlyMap<string, BankItem>;
  /** Calibrated items, the most informative at the cut first. */
  readonly ranked: readonly BankItem[];
  /** Items that are not calibrated, which cannot be ranked. */
  readonly unranked: readonly BankItem[];
  /** The cut as an ability. */
  readonly cut: number;
  readonly prior: Posterior;
}

/** The variance of the logistic distribution, under which every share of equal items is equally likely. */
const neutralVariance = Math.PI ** 2 / 3;

/**
 * The cut is the ability at which the rule's share of the pool is known. The prior is centred where half of the pool is
 * known, with a variance that makes every share about equally likely.
 */
export function testBank(pool: readonly PoolItem[], rule: Pick<TestRule, 'cut'>): Bank {
  const prior = normalPrior({ mean: abilityAt(pool, 0.5), variance: neutralVariance });
  return bankAt(pool, abilityAt(pool, rule.cut), prior);
}

/** A bank whose cut and prior are stated as abilities. */
export function bankAt(pool: readonly PoolItem[], cut: number, prior: Posterior): Bank {
  const items = pool.map((item) => ({ ...item, curve: responseCurve(item) }));
  const information = new Map(items.map((item) => [item.id, informationAt(cut, item)]));
  const informationOf = ({ id }: BankItem) => information.get(id) ?? 0;
  return {
    reference: pool,
    items: new Map(items.map((item) => [item.id, item])),
    ranked: items.filter(isCalibrated).toSorted((a, b) => informationOf(b) - informationOf(a)),
    unranked: items.filter((item) => !isCalibrated(item)),
    cut,
    prior,
  };
}

/** Fisher information about the ability from an answer to the item, with the uncertainty of its difficulty included. */
export function informationAt(
  ability: number,
  { difficulty, slope, guess }: Pick<PoolItem, 'difficulty' | 'slope' | 'guess'>,
): number {
  const steepness = slope / Math.sqrt(1 + (Math.PI * slope ** 2 * difficulty.variance) / 8);
  const s = logistic(steepness * (ability - difficulty.mean));
  const right = withGuess(s, guess);
  return right === 0 ? 0 : (steepness ** 2 * (1 - guess) * s ** 2 * (1 - s)) / right;
}
