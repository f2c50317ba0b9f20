import type { Chance } from '#lib/chance/chance.ts';
import { fitsBeside, groupsOf } from '#lib/item/apart.ts';
import { drawTest, type ItemHistory } from '#lib/sitting/draw.ts';
import {
  meanAndVariance,
  type Posterior,
  probabilityAbove,
  quantileOf,
  updateInPlace,
} from './ability-posterior.ts';
import { expectedQuestions } from './expected-questions.ts';
import { isCalibrated } from './item-knowledge.ts';
import { shareKnown } from './reference-share.ts';
import type { Bank, BankItem } from './test-bank.ts';
import type { TestRule } from './test-rule.ts';
import { outcomeOf, type TestVerdict } from './verdict.ts';
import type { AnswerEvidence, VerdictReceipt } from './verdict-receipt.ts';

/** The state of a test. A fixed test has all its item ids in `form` from the start; an adaptive one leaves it empty. */
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
  /** Whether some difficulties were estimated from the author's labels. */
  readonly provisional: boolean;
  readonly receipt: VerdictReceipt;
}

/** Whether the bank has enough calibrated items for an adaptive test: enough for two consecutive tests without a shared item. */
export function mayAdapt({ ranked }: Bank, { maxQuestions }: TestRule, avoided: ItemsToAvoid): boolean {
  return (
    ranked.length >= 2 * maxQuestions &&
    ranked.filter((item) => avoidance(item, avoided) === 0).length >= maxQuestions
  );
}

/** Items to avoid: recent ones are asked last, practised ones only when no others are left. */
export type ItemsToAvoid = Pick<ItemHistory, 'recent' | 'practised'>;

/** A new test: adaptive when the bank allows it, otherwise a fixed form. */
export function openTest(bank: Bank, rule: TestRule, avoided: ItemsToAvoid, chance: Chance): ConceptTest {
  if (mayAdapt(bank, rule, avoided)) return { mode: 'adaptive', form: [], answers: [] };
  const form = drawTest([...bank.items.values()], avoided, chance, rule.maxQuestions).map(({ id }) => id);
  return { mode: 'fixed', form, answers: [] };
}

/**
 * The next item; null when the test is over. A fixed test ends with its form; an adaptive one when it is sure, has reached
 * its maximum length or has no items left. Seed `chance` with the sitting and the number of answers, so that a reload shows
 * the same item. The choice does not depend on which answers were right, so it reveals nothing about them.
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
  if (isOver(bank, rule, test)) return null;
  if (test.mode === 'fixed') return unanswered(bank, test)[0] ?? null;
  const unused = unasked(bank, [...bank.ranked, ...bank.unranked], test.answers);
  const asked = test.answers.map(({ itemId }) => bank.items.get(itemId)?.objective);
  const timesAsked = (objective: string | null) => asked.filter((one) => one === objective).length;
  return pickItem(unused, { candidates: rule.candidates, timesAsked, avoided, chance });
}

/** Whether a test has no next item. */
export function isOver(bank: Bank, rule: TestRule, test: ConceptTest): boolean {
  const count = test.answers.length;
  if (test.mode === 'fixed') return unanswered(bank, test).length === 0;
  return (
    count >= rule.maxQuestions ||
    (count >= rule.minQuestions && conceptOutcome(bank, rule, test) !== 'unsure') ||
    unasked(bank, [...bank.items.values()], test.answers).length === 0
  );
}

/** The items of a fixed test that wait for an answer, in the order of its form. */
function unanswered(bank: Bank, { form, answers }: ConceptTest): BankItem[] {
  const answered = new Set(answers.map(({ itemId }) => itemId));
  return form.flatMap((id) => (answered.has(id) ? [] : (bank.items.get(id) ?? [])));
}

export function withAnswer(test: ConceptTest, itemId: string, correct: boolean): ConceptTest {
  return { ...test, answers: [...test.answers, { itemId, correct }] };
}

/** The verdict of the answers so far. */
export function conceptVerdict(
  bank: Bank,
  rule: TestRule,
  { answers }: Pick<ConceptTest, 'answers'>,
  chance: Chance,
): ConceptVerdict {
  const posterior = posteriorOf(bank, answers);
  const pStrong = probabilityAbove(posterior, bank.cut);
  const outcome = outcomeOf(pStrong, rule.confidence);
  const left = unasked(bank, [...bank.items.values()], answers);
  const receipt = receiptOf(bank, rule, answers);
  return {
    outcome,
    pStrong,
    ...bandOf(bank, rule, posterior),
    more: outcome === 'unsure' ? expectedQuestions({ posterior, cut: bank.cut, left, rule }, chance) : null,
    provisional: receipt.answers.some(({ calibrated }) => !calibrated),
    receipt,
  };
}

/**
 * The share known of which the rule's confidence says that it is at least `low`, and at most `high`. P(strong) reaches the
 * confidence exactly when `low` reaches the cut, so the band lies on the side of the cut that the outcome says.
 */
export function bandOf(
  { reference }: Pick<Bank, 'reference'>,
  { confidence }: Pick<TestRule, 'confidence'>,
  posterior: Posterior,
): Pick<TestVerdict, 'low' | 'high'> {
  return {
    low: shareKnown(reference, quantileOf(posterior, 1 - confidence)),
    high: shareKnown(reference, quantileOf(posterior, confidence)),
  };
}

function receiptOf(
  { items, cut, prior }: Bank,
  rule: TestRule,
  answers: readonly TestAnswer[],
): VerdictReceipt {
  return {
    cut: rule.cut,
    sureness: rule.confidence,
    cutAbility: cut,
    prior: meanAndVariance(prior),
    answers: answers.flatMap(({ itemId, correct }): AnswerEvidence[] => {
      const item = items.get(itemId);
      if (!item) return [];
      const { guess, difficulty, slope, objective } = item;
      return [{ itemId, correct, guess, difficulty, slope, objective, calibrated: isCalibrated(item) }];
    }),
  };
}

/** The outcome of `conceptVerdict` without its other figures, which cost more to compute. */
export function conceptOutcome(
  bank: Bank,
  rule: TestRule,
  { answers }: Pick<ConceptTest, 'answers'>,
): TestVerdict['outcome'] {
  return outcomeOf(probabilityAbove(posteriorOf(bank, answers), bank.cut), rule.confidence);
}

/** The posterior of the ability after these answers; answers to items that are not in the bank are ignored. */
export function posteriorOf({ items, prior }: Bank, answers: readonly TestAnswer[]): Posterior {
  const posterior = prior.slice();
  for (const { itemId, correct } of answers) {
    const item = items.get(itemId);
    if (item) updateInPlace(posterior, item.curve, correct);
  }
  return posterior;
}

/** Those of the items that may still be asked: neither asked nor of a group of which one was asked. */
function unasked(bank: Bank, items: readonly BankItem[], answers: readonly TestAnswer[]): BankItem[] {
  const asked = new Set(answers.map(({ itemId }) => itemId));
  const groups = groupsOf(answers.flatMap(({ itemId }) => bank.items.get(itemId) ?? []));
  return items.filter((item) => !asked.has(item.id) && fitsBeside(item, groups));
}

/**
 * One of the most informative items at the cut whose objective was asked least, at random among equals; null without items.
 * `unused`: the items that may be asked, the ranked ones first. Plain loops: simulations choose millions.
 */
export function pickItem(
  unused: readonly BankItem[],
  {
    candidates,
    timesAsked,
    avoided,
    chance,
  }: Pick<TestRule, 'candidates'> & {
    readonly timesAsked: (objective: string | null) => number;
    readonly avoided: ItemsToAvoid;
    readonly chance: Chance;
  },
): BankItem | null {
  const costs = unused.map((item) => avoidance(item, avoided) + (isCalibrated(item) ? 0 : 1));
  const cheapest = costs.reduce((least, cost) => Math.min(least, cost), Number.POSITIVE_INFINITY);
  let equals: BankItem[] = [];
  let least = Number.POSITIVE_INFINITY;
  let fit = 0;
  for (const [at, item] of unused.entries()) {
    if (costs[at] !== cheapest) continue;
    fit += 1;
    if (fit > candidates && isCalibrated(item)) continue;
    const times = timesAsked(item.objective);
    if (times < least) equals = [];
    least = Math.min(least, times);
    if (times === least) equals.push(item);
  }
  return equals.length === 0 ? null : (equals[chance.below(equals.length)] ?? null);
}

function avoidance({ id }: BankItem, { recent, practised }: ItemsToAvoid): number {
  return (recent.has(id) ? 10 : 0) + (practised.has(id) ? 100 : 0);
}
