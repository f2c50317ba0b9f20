import { standardRule } from '#lib/mastery/test-rule.ts';
import { percentText } from '#lib/mastery/verdict-band.ts';
import type { TestResult } from '#lib/progress/sitting-view.ts';

/** A simulation stops there, so this many means "or more". */
const mostExpected = 30;

/** What the answers say, in one or two plain sentences. Luck is named only where it is the reason for the doubt. */
export function verdictWords({
  outcome,
  right,
  asked,
  byLuck,
}: Pick<TestResult, 'outcome' | 'right' | 'asked' | 'byLuck'>): string {
  const count = `${right} of ${asked} answers were right.`;
  const cut = percentText(standardRule.cut);
  if (outcome === 'strong')
    return `${count} Somebody who knows less than ${cut} of this seldom gets that far.`;
  if (outcome === 'not-yet') return `${count} Somebody who knows ${cut} of this seldom misses so many.`;
  const luck =
    byLuck > 0
      ? ` Pure guessing would get about ${byLuck} right, so that fits someone who knows ${cut} of this, and someone who does not.`
      : ` That fits someone who knows ${cut} of this, and someone who does not.`;
  return count + luck;
}

/** "About 4 more questions would settle it." */
export function moreWords(more: number): string {
  if (more >= mostExpected)
    return `It would take about ${mostExpected} more questions, or more, to settle it.`;
  return `About ${more === 1 ? 'one more question' : `${more} more questions`} would settle it.`;
}
