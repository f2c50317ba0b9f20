import type { Destination, NextFacts } from './next-facts.ts';
import { exclusions, isRetestDue, nextRules, type RuleName } from './next-rules.ts';

export interface Recommendation {
  readonly rule: RuleName;
  /** Null for another round of the missed questions, which starts on the page itself. */
  readonly to: Destination | null;
  /** One or two sentences for the learner. */
  readonly reason: string;
  /** The calendar day from which it is recommended; null for now. */
  readonly day: string | null;
}

/** What to do next and why; null when nothing is left to recommend. */
export function recommendNext(facts: NextFacts): Recommendation | null {
  return applicable(facts)[0] ?? null;
}

/**
 * The same with what follows it, in order: after a test without the verdict "strong" reading, practice and the date of
 * the next test; otherwise the recommendation alone. Empty when nothing is left to recommend.
 */
export function recommendSteps(facts: NextFacts): readonly Recommendation[] {
  const [first, ...others] = applicable(facts);
  if (!first) return [];
  if (first.rule !== 'read-weak' && first.rule !== 'practise-weak') return [first];
  return [first, ...others.filter(({ rule: name }) => name === 'practise-weak' || name === 'retest')];
}

/** The rules that apply and have a destination, in order. */
function applicable(facts: NextFacts): Recommendation[] {
  return nextRules.flatMap(({ name, when, to, reason }): Recommendation[] => {
    if (!when(facts)) return [];
    const destination = to === 'this-page' ? null : to(facts);
    if (to !== 'this-page' && !mayLeadTo(facts, destination)) return [];
    const day = name === 'retest' && !isRetestDue(facts) ? facts.retestDay : null;
    return [{ rule: name, to: destination, reason: reason(facts), day }];
  });
}

const mayLeadTo = (facts: NextFacts, to: Destination | null): boolean =>
  to !== null && !exclusions.some(({ excludes }) => excludes(facts, to));
