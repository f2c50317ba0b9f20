import type { Chance } from '#lib/chance/chance.ts';
import { chanceAbove } from '#lib/mastery/ability-posterior.ts';
import { answered, type ConceptTest, nextItem, posteriorOf } from '#lib/mastery/concept-test.ts';
import type { Bank } from '#lib/mastery/test-bank.ts';
import type { TestRule } from '#lib/mastery/test-rule.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { outcomeOf } from '#lib/mastery/verdict.ts';
import { drawTest, nothingSeen } from '#lib/sitting/draw.ts';
import type { TestResult } from './tally.ts';

/** How a test is given and judged. 'raw' counts the right answers of a fixed test of ten. */
export type TestDesign =
  | { readonly kind: 'raw'; readonly pass: number }
  | { readonly kind: 'fixed' }
  | { readonly kind: 'adaptive'; readonly rule: TestRule };

/** The rule of the original study: at least three questions, each drawn from the best five. */
const studied: TestRule = { ...standardRule, least: 3, amongBest: 5 };

export const testDesigns: Readonly<Record<string, TestDesign>> = {
  'fixed 10, raw >= 7': { kind: 'raw', pass: 7 },
  'fixed 10, posterior': { kind: 'fixed' },
  'at the cut, 10': { kind: 'adaptive', rule: { ...studied, least: 10 } },
  'Bayes stop .85, max 10': { kind: 'adaptive', rule: studied },
  'as lessons test, .85, 5 to 10': { kind: 'adaptive', rule: standardRule },
  'Bayes stop .90, max 20': { kind: 'adaptive', rule: { ...studied, sureness: 0.9, most: 20 } },
};

/** Simulates one test. `answer` returns whether the person answers an item right. */
export function takeTest(
  bank: Bank,
  {
    way,
    isStrong,
    answer,
    chance,
  }: {
    readonly way: TestDesign;
    readonly isStrong: boolean;
    readonly answer: (itemId: string) => boolean;
    readonly chance: Chance;
  },
): TestResult {
  const rule = way.kind === 'adaptive' ? way.rule : standardRule;
  const form = way.kind === 'adaptive' ? [] : drawTest([...bank.items.values()], nothingSeen, chance);
  let test: ConceptTest = {
    mode: way.kind === 'adaptive' ? 'adaptive' : 'fixed',
    form: form.map(({ id }) => id),
    asked: [],
  };
  for (;;) {
    const item = nextItem(bank, { rule, test, avoided: nothingSeen, chance });
    if (!item) break;
    test = answered(test, item.id, answer(item.id));
  }
  const length = test.asked.length;
  if (way.kind === 'raw') {
    const right = test.asked.filter(({ correct }) => correct).length;
    return { isStrong, outcome: right >= way.pass ? 'strong' : 'not-yet', pStrong: null, length };
  }
  const pStrong = chanceAbove(posteriorOf(bank, test.asked), bank.cut);
  return { isStrong, outcome: outcomeOf(pStrong, rule.sureness), pStrong, length };
}
