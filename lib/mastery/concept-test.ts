import type { Chance } from '#lib/chance/chance.ts';
import { drawTest, type ItemHistory } from '#lib/sitting/draw.ts';
import {
  meanAndVariance,
  type Posterior,
  probabilityAbove,
  quantileOf,
  updatePosterior,
} from './ability-posterior.ts';
import { expectedQuestions } from './expected-questions.ts';
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
  readonly answers: readonly TestAnswer[];
}

export interface TestAnswer {
  readonly itemId: string;
  readonly correct: boolean;
}

export interface ConceptVerdict extends TestVerdict {
  /** Some of the difficulties rested on the author's labels. */
  readonly provisional: boolean;
  readonly receipt: VerdictReceipt;
}

/** A test may adapt when so many items are calibrated that two tests in a row need not share one. */
export function mayAdapt({ ranked }: Bank, { maxQuestions }: TestRule, avoided: ItemsToAvoid): boolean {
  return (
    ranked.length >= 2 * maxQuestions &&
    ranked.filter((item) => avoidance(item, avoided) === 0).length >= maxQuestions
  );
}

/** Items that a person saw lately are asked last, those just practised only when nothing else is left. */
export type ItemsToAvoid = Pick<ItemHistory, 'recent' | 'practised'>;

export function openTest(bank: Bank, rule: TestRule, avoided: ItemsToAvoid, chance: Chance): ConceptTest {
  if (mayAdapt(bank, rule, avoided)) return { mode: 'adaptive', form: [], answers: [] };
  const form = drawTest([...bank.items.values()], avoided, chance, rule.maxQuestions).map(({ id }) => id);
  return { mode: 'fixed', form, answers: [] };
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
    readonly avoided: ItemsToAvoid;
    readonly chance: Chance;
  },
): BankItem | null {
  const count = test.answers.length;
  if (test.mode === 'fixed') return bank.items.get(test.form[count] ?? '') ?? null;
  if (count >= rule.maxQuestions) return null;
  if (count >= rule.minQuestions && conceptOutcome(bank, rule, test) !== 'unsure') return null;
  return chooseItem(bank, { rule, asked: test.answers, avoided, chance });
}

export function withAnswer(test: ConceptTest, itemId: string, correct: boolean): ConceptTest {
  return { ...test, answers: [...test.answers, { itemId, correct }] };
}

/** What the answers so far say. `low` and `high` are the 80 % interval of the share of the pool that is known. */
export function conceptVerdict(
  bank: Bank,
  rule: TestRule,
  { answers }: Pick<ConceptTest, 'answers'>,
  chance: Chance,
): ConceptVerdict {
  const posterior = posteriorOf(bank, answers);
  const pStrong = probabilityAbove(posterior, bank.cut);
  const outcome = outcomeOf(pStrong, rule.confidence);
  const left = [...bank.items.values()].filter(({ id }) => !answers.some(({ itemId }) => itemId === id));
  const receipt = receiptOf(bank, rule, answers);
  return {
    outcome,
    pStrong,
    low: shareKnown(bank.reference, quantileOf(posterior, 0.1)),
    high: shareKnown(bank.reference, quantileOf(posterior, 0.9)),
    more: outcome === 'unsure' ? expectedQuestions({ posterior, cut: bank.cut, left, rule }, chance) : null,
    provisional: receipt.answers.some(({ calibrated }) => !calibrated),
    receipt,
  };
}

function receiptOf(
  { items, cut, prior }: Bank,
  rule: TestRule,
  asked: readonly TestAnswer[],
): VerdictReceipt {
  return {
    cut: rule.cut,
    sureness: rule.confidence,
    cutAbility: cut,
    prior: meanAndVariance(prior),
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
  { answers }: Pick<ConceptTest, 'answers'>,
): TestVerdict['outcome'] {
  return outcomeOf(probabilityAbove(posteriorOf(bank, answers), bank.cut), rule.confidence);
}

export function posteriorOf({ items, prior }: Bank, asked: readonly TestAnswer[]): Posterior {
  return asked.reduce((before, { itemId, correct }) => {
    const item = items.get(itemId);
    return item ? updatePosterior(before, item.curve, correct) : before;
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
    readonly asked: readonly TestAnswer[];
    readonly avoided: ItemsToAvoid;
    readonly chance: Chance;
  },
): BankItem | null {
  const used = new Set(asked.map(({ itemId }) => itemId));
  const unused = [...bank.ranked, ...bank.unranked].filter(({ id }) => !used.has(id));
  const cost = (item: BankItem) => avoidance(item, avoided) + (isCalibrated(item) ? 0 : 1);
  const cheapest = Math.min(...unused.map(cost));
  const fit = unused.filter((item) => cost(item) === cheapest);
  const best = fit.filter((item, at) => at < rule.candidates || !isCalibrated(item));
  const times = (item: BankItem) =>
    asked.filter(({ itemId }) => bank.items.get(itemId)?.objective === item.objective).length;
  const least = Math.min(...best.map(times));
  const equals = best.filter((item) => times(item) === least);
  return equals[chance.below(equals.length)] ?? null;
}

function avoidance({ id }: BankItem, { recent, practised }: ItemsToAvoid): number {
  return (recent.has(id) ? 10 : 0) + (practised.has(id) ? 100 : 0);
}
