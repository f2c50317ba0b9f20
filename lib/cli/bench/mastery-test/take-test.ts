import type { Chance } from '#lib/chance/chance.ts';
import { probabilityAbove } from '#lib/mastery/ability-posterior.ts';
import { type ConceptTest, nextItem, posteriorOf, withAnswer } from '#lib/mastery/concept-test.ts';
import type { Bank } from '#lib/mastery/test-bank.ts';
import type { TestRule } from '#lib/mastery/test-rule.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { outcomeOf } from '#lib/mastery/verdict.ts';
import { drawTest, emptyHistory } from '#lib/sitting/draw.ts';
import type { TestResult } from './tally.ts';

/** How a test is given and judged. 'raw' counts the right answers of a fixed test of ten. */
export type TestDesign =
  | { readonly kind: 'raw'; readonly pass: number }
  | { readonly kind: 'fixed' }
  | { readonly kind: 'adaptive'; readonly rule: TestRule };

/** The rule of the original study: at least three questions, each drawn from the best five. */
const studied: TestRule = { ...standardRule, minQuestions: 3, candidates: 5 };

export const testDesigns: Readonly<Record<string, TestDesign>> = {
  'fixed 10, raw >= 7': { kind: 'raw', pass: 7 },
  'fixed 10, posterior': { kind: 'fixed' },
  'at the cut, 10': { kind: 'adaptive', rule: { ...studied, minQuestions: 10 } },
  'Bayes stop .85, max 10': { kind: 'adaptive', rule: studied },
  'as lessons test, .85, 5 to 10': { kind: 'adaptive', rule: standardRule },
  'Bayes stop .90, max 20': { kind: 'adaptive', rule: { ...studied, confidence: 0.9, maxQuestions: 20 } },
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
  const form = way.kind === 'adaptive' ? [] : drawTest([...bank.items.values()], emptyHistory, chance);
  let test: ConceptTest = {
    mode: way.kind === 'adaptive' ? 'adaptive' : 'fixed',
    form: form.map(({ id }) => id),
    answers: [],
  };
  for (;;) {
    const item = nextItem(bank, { rule, test, avoided: emptyHistory, chance });
    if (!item) break;
    test = withAnswer(test, item.id, answer(item.id));
  }
  const length = test.answers.length;
  if (way.kind === 'raw') {
    const right = test.answers.filter(({ correct }) => correct).length;
    return { isStrong, outcome: right >= way.pass ? 'strong' : 'not-yet', pStrong: null, length };
  }
  const pStrong = probabilityAbove(posteriorOf(bank, test.answers), bank.cut);
  return { isStrong, outcome: outcomeOf(pStrong, rule.confidence), pStrong, length };
}
