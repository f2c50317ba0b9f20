import { testsPerDay } from '#lib/mastery/retake-rule.ts';
import type { SittingSlug } from '#lib/sitting/drill.ts';

export interface SittingText {
  readonly title: string;
  readonly noun: string;
  readonly start: string;
  readonly again: string;
  /** Whether another one may be started today. */
  readonly mayStartAgain: boolean;
  /** Explains what the button does, or why it is missing. */
  readonly againAbout: string;
  readonly nextAbout: string;
  /** The next item opens right after an answer. */
  readonly flows: boolean;
}

/** The texts of a challenge or a test. `testsLeft`: how many tests may still be started today, if that is known. */
export function sittingText(
  activity: SittingSlug,
  title: string,
  testsLeft: number | null = null,
): SittingText {
  if (activity === 'test') {
    const again = 'Take another test';
    return {
      title,
      noun: 'Question',
      start: 'Start the test',
      again,
      mayStartAgain: testsLeft !== 0,
      againAbout: testsLeft === null ? '' : leftText(testsLeft),
      nextAbout: '',
      flows: true,
    };
  }
  return {
    title,
    noun: 'Problem',
    start: 'Start with problem 1',
    again: 'Take the challenge again',
    mayStartAgain: true,
    againAbout: 'Problem 1 opens immediately and its clock starts.',
    nextAbout: 'Its clock starts when it opens.',
    flows: false,
  };
}

function leftText(left: number): string {
  if (left === 0)
    return `You have taken all ${testsPerDay} tests of today. From tomorrow on you may take another.`;
  return `${left} of ${testsPerDay} left today.`;
}
