import type { Chance } from '#lib/item/item-type.ts';
import { drawTest, metNothing } from '#lib/sitting/draw.ts';
import { afterAnswer, chanceAbove, type Posterior, quantileOf } from './ability-posterior.ts';
import { expectedMore } from './expected-more.ts';
import { isCalibrated } from './item-knowledge.ts';
import { shareKnown } from './reference-share.ts';
import { type Bank, type BankItem, chanceAt } from './test-bank.ts';
import type { TestRule } from './test-rule.ts';
import { outcomeOf, type TestVerdict } from './verdict.ts';

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
  /** Given by difficulties that were guessed from authors' labels. */
  readonly provisional: boolean;
  /** Objectives in which at least half an answer is missing to what somebody at the cut would give. */
  readonly weak: readonly string[];
}

/** A test may adapt when so many items are calibrated that two tests in a row need not share one. */
export function mayAdapt({ ranked }: Bank, { most }: TestRule): boolean {
  return ranked.length >= 2 * most;
}

/** `recent`: ids of items that the person saw of late, which are drawn last. */
export function openTest(
  bank: Bank,
  rule: TestRule,
  recent: ReadonlySet<string>,
  chance: Chance,
): ConceptTest {
  if (mayAdapt(bank, rule)) return { mode: 'adaptive', form: [], asked: [] };
  const form = drawTest([...bank.items.values()], { ...metNothing, recent }, chance).map(({ id }) => id);
  return { mode: 'fixed', form, asked: [] };
}

/**
 * The next question, or null when the test is over: its form is through, or an adaptive test is sure, or has asked the
 * most it may. `chance` is to be seeded by the sitting and the number of answers, so that a reload shows the same one.
 */
export function nextItem(
  bank: Bank,
  rule: TestRule,
  test: ConceptTest,
  recent: ReadonlySet<string>,
  chance: Chance,
): BankItem | null {
  const count = test.asked.length;
  if (test.mode === 'fixed') return bank.items.get(test.form[count] ?? '') ?? null;
  if (count >= rule.most) return null;
  if (count >= rule.least && conceptOutcome(bank, rule, test) !== 'unsure') return null;
  return chooseItem(bank, rule, test.asked, recent, chance);
}

export function answered(test: ConceptTest, itemId: string, correct: boolean): ConceptTest {
  return { ...test, asked: [...test.asked, { itemId, correct }] };
}

/** What the answers so far say. `low` and `high` are the 80 % interval of the share of the pool that is known. */
export function conceptVerdict(
  bank: Bank,
  rule: TestRule,
  { asked }: ConceptTest,
  chance: Chance,
): ConceptVerdict {
  const posterior = posteriorOf(bank, asked);
  const pStrong = chanceAbove(posterior, bank.cut);
  const outcome = outcomeOf(pStrong, rule.sureness);
  const left = [...bank.items.values()].filter(({ id }) => !asked.some(({ itemId }) => itemId === id));
  return {
    outcome,
    pStrong,
    low: shareKnown(bank.reference, quantileOf(posterior, 0.1)),
    high: shareKnown(bank.reference, quantileOf(posterior, 0.9)),
    more: outcome === 'unsure' ? expectedMore({ posterior, cut: bank.cut, left, rule }, chance) : null,
    provisional: asked.some(({ itemId }) => !isCalibrated(bank.items.get(itemId) ?? { answers: 0 })),
    weak: weakObjectives(bank, asked),
  };
}

/** The word alone. */
export function conceptOutcome(bank: Bank, rule: TestRule, { asked }: ConceptTest): TestVerdict['outcome'] {
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
  rule: TestRule,
  asked: readonly Asked[],
  recent: ReadonlySet<string>,
  chance: Chance,
): BankItem | null {
  const unused = bank.ranked.filter(({ id }) => !asked.some(({ itemId }) => itemId === id));
  const fresh = unused.filter(({ id }) => !recent.has(id));
  const best = (fresh.length > 0 ? fresh : unused).slice(0, rule.amongBest);
  const times = (item: BankItem) =>
    asked.filter(({ itemId }) => bank.items.get(itemId)?.objective === item.objective).length;
  const least = Math.min(...best.map(times));
  const equals = best.filter((item) => times(item) === least);
  return equals[chance.below(equals.length)] ?? null;
}

function weakObjectives({ items, cut }: Bank, asked: readonly Asked[]): string[] {
  const missing = new Map<string, number>();
  for (const { itemId, correct } of asked) {
    const item = items.get(itemId);
    if (!item || item.objective === null) continue;
    const short = chanceAt(item, cut) - (correct ? 1 : 0);
    missing.set(item.objective, (missing.get(item.objective) ?? 0) + short);
  }
  return [...missing].flatMap(([objective, short]) => (short > 0.5 ? [objective] : []));
}
