import type { Chance } from '#lib/chance/chance.ts';
import { fitsBeside, groupsOf } from '#lib/item/apart.ts';
import { emptyHistory } from '#lib/sitting/draw.ts';
import type { Draws } from '#lib/statistics/draws.ts';
import { type Posterior, probabilityAbove, updateInPlace } from './ability-posterior.ts';
import { openTest, pickItem } from './concept-test.ts';
import type { PoolItem } from './item-knowledge.ts';
import type { Bank, BankItem } from './test-bank.ts';
import type { TestRule } from './test-rule.ts';
import { outcomeOf, type TestVerdict } from './verdict.ts';

/** Somebody who answers an item right with a probability, and the source of their luck. */
export interface SimulatedLearner {
  readonly right: (item: PoolItem) => number;
  readonly source: Chance;
  readonly random: Draws;
}

/** A test that has ended, with all that is needed to continue it. */
export interface SimulatedTest {
  readonly outcome: TestVerdict['outcome'];
  readonly asked: readonly BankItem[];
  readonly posterior: Posterior;
}

/**
 * One test from its start to its end, as `openTest`, `nextItem` and `conceptOutcome` have it. Each answer updates the
 * posterior once, where those compute it anew from all answers: simulations need millions.
 */
export function sitTest(bank: Bank, rule: TestRule, learner: SimulatedLearner): SimulatedTest {
  const { mode, form } = openTest(bank, rule, emptyHistory, learner.source);
  const begun = { asked: [], posterior: bank.prior };
  if (mode === 'adaptive') return continueTest(bank, rule, learner, begun);
  const asked = form.flatMap((id) => bank.items.get(id) ?? []);
  const posterior = bank.prior.slice();
  for (const item of asked) updateInPlace(posterior, item.curve, isRight(learner, item));
  return { outcome: outcomeAt(bank, rule, posterior), asked, posterior };
}

/** Goes on with adaptive questions after those that were asked, up to the rule's number of all of them. */
export function continueTest(
  bank: Bank,
  rule: TestRule,
  learner: SimulatedLearner,
  before: Pick<SimulatedTest, 'asked' | 'posterior'>,
): SimulatedTest {
  const asked = [...before.asked];
  const posterior = before.posterior.slice();
  const times = new Map<string | null, number>();
  for (const { objective } of asked) times.set(objective, (times.get(objective) ?? 0) + 1);
  const timesAsked = (objective: string | null) => times.get(objective) ?? 0;
  const groups = groupsOf(asked);
  const isAsked = new Set(asked);
  let unused = [...bank.ranked, ...bank.unranked].filter(
    (item) => !isAsked.has(item) && fitsBeside(item, groups),
  );
  for (;;) {
    const outcome = outcomeAt(bank, rule, posterior);
    const isSure = asked.length >= rule.minQuestions && outcome !== 'unsure';
    const next =
      asked.length >= rule.maxQuestions || isSure
        ? null
        : pickItem(unused, {
            candidates: rule.candidates,
            timesAsked,
            avoided: emptyHistory,
            chance: learner.source,
          });
    if (!next) return { outcome, asked, posterior };
    updateInPlace(posterior, next.curve, isRight(learner, next));
    asked.push(next);
    times.set(next.objective, timesAsked(next.objective) + 1);
    const { apart } = next;
    unused = unused.filter((item) => item !== next && (apart === undefined || item.apart !== apart));
  }
}

const isRight = ({ random, right }: SimulatedLearner, item: BankItem): boolean => random.happens(right(item));

const outcomeAt = (bank: Bank, rule: TestRule, posterior: Posterior): TestVerdict['outcome'] =>
  outcomeOf(probabilityAbove(posterior, bank.cut), rule.confidence);
