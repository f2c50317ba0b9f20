import type { SittingSlug } from '#lib/sitting/drill.ts';

export interface SittingText {
  readonly title: string;
  readonly noun: string;
  readonly start: string;
  readonly again: string;
  /** Explains what the button does. */
  readonly againAbout: string;
  readonly nextAbout: string;
  /** The next item opens right after an answer. */
  readonly flows: boolean;
}

/** The texts of a challenge or a test. */
export function sittingText(activity: SittingSlug, title: string): SittingText {
  if (activity === 'test') {
    const again = 'Take another test';
    return {
      title,
      noun: 'Question',
      start: 'Start the test',
      again,
      againAbout: '',
      nextAbout: '',
      flows: true,
    };
  }
  return {
    title,
    noun: 'Problem',
    start: 'Start with problem 1',
    again: 'Take the challenge again',
    againAbout: 'Problem 1 opens immediately and its clock starts.',
    nextAbout: 'Its clock starts when it opens.',
    flows: false,
  };
}
