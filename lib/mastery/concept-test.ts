import type { Chance } from '#lib/chance/chance.ts';
import { drawTest, type SeenItems } from '#lib/sitting/draw.ts';
import { afterAnswer, chanceAbove, momentsOf, type Posterior, quantileOf } from './ability-posterior.ts';
import { expectedMore } from './expected-more.ts';
import { isCalibrated } from './item-knowledge.ts';
import { shareKnown } from './reference-share.ts';
import type { Bank, BankItem } from './test-bank.ts';
import type { TestRule } from './test-rule.ts';
import { outcomeOf, type TestVerdict } from './verdict.ts';
import type { AnswerEvidence, VerdictReceipt } from './verdict-receipt.ts';

/** A test as it stands: all there is to store. A fixed test has its whole form from the start. */
export interface ConceptTest {
  readonly mode: 'fixed' | 'adaptive';
  readonly form: readonly string[];
  readonly asked: readonly Asked[];
}

export interface Asked {
  readonly itemId: string;
  readonly correct: boolean;
}

export interface ConceptVerdict extends TestVerdict {
  /** Some of the difficulties rested on the author's labels. */
  readonly provisional: boolean;
  readonly receipt: VerdictReceipt;
}

/** A test may adapt when so many items are calibrated that two tests in a row need not share one. */
export function mayAdapt({ ranked }: Bank, { most }: TestRule, avoided: Avoided): boolean {
  return ranked.length >= 2 * most && ranked.filter((item) => avoidance(item, avoided) === 0).length >= most;
}

/** Items that a person saw lately are asked last, those just practised only when nothing else is left. */
export type Avoided = Pick<SeenItems, 'recent' | 'practised'>;

export function openTest(bank: Bank, rule: TestRule, avoided: Avoided, chance: Chance): ConceptTest {
  if (mayAdapt(bank, rule, avoided)) return { mode: 'adaptive', form: [], asked: [] };
  const form = drawTest([...bank.items.values()], avoided, chance, rule.most).map(({ id }) => id);
  return { mode: 'fixed', form, asked: [] };
}

/**
 * The next question, or null when the test is over: its form is through, or one that adapts is sure, has asked the most
 * it may, or has nothing left. `chance` is to be seeded by the sitting and the number of answers, so that a reload shows
 * the same one. Which answers were right has no part in the choice, so that it tells nothing.
 */
export function nextItem(
  bank: Bank,
  {
    rule,
    test,
    avoided,
    chance,
  }: {
    readonly rule: TestRule;
    readonly test: ConceptTest;
    readonly avoided: Avoided;
    readonly chance: Chance;
  },
): BankItem | null {
  const count = test.asked.length;
  if (test.mode === 'fixed') return bank.items.get(test.form[count] ?? '') ?? null;
  if (count >= rule.most) return null;
  if (count >= rule.least && conceptOutcome(bank, rule, test) !== 'unsure') return null;
  return chooseItem(bank, { rule, asked: test.asked, avoided, chance });
}

export function answered(test: ConceptTest, itemId: string, correct: boolean): ConceptTest {
  return { ...test, asked: [...test.asked, { itemId, correct }] };
}

/** What the answers so far say. `low` and `high` are the 80 % interval of the share of the pool that is known. */
export function conceptVerdict(
  bank: Bank,
  rule: TestRule,
  { asked }: Pick<ConceptTest, 'asked'>,
  chance: Chance,
): ConceptVerdict {
  const posterior = posteriorOf(bank, asked);
  const pStrong = chanceAbove(posterior, bank.cut);
  const outcome = outcomeOf(pStrong, rule.sureness);
  const left = [...bank.items.values()].filter(({ id }) => !asked.some(({ itemId }) => itemId === id));
  const receipt = receiptOf(bank, rule, asked);
  return {
    outcome,
    pStrong,
    low: shareKnown(bank.reference, quantileOf(posterior, 0.1)),
    high: shareKnown(bank.reference, quantileOf(posterior, 0.9)),
    more: outcome === 'unsure' ? expectedMore({ posterior, cut: bank.cut, left, rule }, chance) : null,
    provisional: receipt.answers.some(({ calibrated }) => !calibrated),
    receipt,
  };
}

function receiptOf({ items, cut, prior }: Bank, rule: TestRule, asked: readonly Asked[]): VerdictReceipt {
  return {
    cut: rule.cut,
    sureness: rule.sureness,
    cutAbility: cut,
    prior: momentsOf(prior),
    answers: asked.flatMap(({ itemId, correct }): AnswerEvidence[] => {
      const item = items.get(itemId);
      if (!item) return [];
      const { guess, difficulty, slope, objective } = item;
      return [{ itemId, correct, guess, difficulty, slope, objective, calibrated: isCalibrated(item) }];
    }),
  };
}

/** The word alone. */
export function conceptOutcome(
  bank: Bank,
  rule: TestRule,
  { asked }: Pick<ConceptTest, 'asked'>,
): TestVerdict['outcome'] {
  return outcomeOf(chanceAbove(posteriorOf(bank, asked), bank.cut), rule.sureness);
}

export function posteriorOf({ items, prior }: Bank, asked: readonly Asked[]): Posterior {
  return asked.reduce((before, { itemId, correct }) => {
    const item = items.get(itemId);
    return item ? afterAnswer(before, item.curve, correct) : before;
  }, prior);
}

/** Of the best at the cut, those whose objective was asked least; one of these at random. */
function chooseItem(
  bank: Bank,
  {
    rule,
    asked,
    avoided,
    chance,
  }: {
    readonly rule: TestRule;
    readonly asked: readonly Asked[];
    readonly avoided: Avoided;
    readonly chance: Chance;
  },
): BankItem | null {
  const used = new Set(asked.map(({ itemId }) => itemId));
  const unused = [...bank.ranked, ...bank.unranked].filter(({ id }) => !used.has(id));
  const cost = (item: BankItem) => avoidance(item, avoided) + (isCalibrated(item) ? 0 : 1);
  const cheapest = Math.min(...unused.map(cost));
  const fit = unused.filter((item) => cost(item) === cheapest);
  const best = fit.filter((item, at) => at < rule.amongBest || !isCalibrated(item));
  const times = (item: BankItem) =>
    asked.filter(({ itemId }) => bank.items.get(itemId)?.objective === item.objective).length;
  const least = Math.min(...best.map(times));
  const equals = best.filter((item) => times(item) === least);
  return equals[chance.below(equals.length)] ?? null;
}

function avoidance({ id }: BankItem, { recent, practised }: Avoided): number {
  return (recent.has(id) ? 10 : 0) + (practised.has(id) ? 100 : 0);
}
