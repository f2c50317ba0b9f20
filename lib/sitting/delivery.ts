/** How an item is served. The item itself does not know. */
export type Mode = 'practice' | 'try' | 'challenge' | 'test' | 'review';

export interface Delivery {
  /** Attempts for each item in one sitting; null is without limit. */
  readonly attempts: number | null;
  /** 'at-once': a verdict after each answer; 'at-end': nothing before the sitting is closed. */
  readonly feedback: 'at-once' | 'at-end';
  /** Hints may be opened, at a price in points. */
  readonly hints: boolean;
  /** When the worked solution may be seen: after any answer, or once right or out of attempts. */
  readonly solution: 'after-answer' | 'after-last' | 'at-end';
  /** The sitting begins with a click and its items may have clocks of their own. */
  readonly starts: 'by-itself' | 'on-request';
  /** Points are paid for the first right answer to an item. */
  readonly pays: boolean;
}

export const deliveries: Record<Mode, Delivery> = {
  practice: {
    attempts: null,
    feedback: 'at-once',
    hints: true,
    solution: 'after-answer',
    starts: 'by-itself',
    pays: true,
  },
  try: {
    attempts: 3,
    feedback: 'at-once',
    hints: true,
    solution: 'after-last',
    starts: 'by-itself',
    pays: true,
  },
  challenge: {
    attempts: 2,
    feedback: 'at-once',
    hints: true,
    solution: 'after-last',
    starts: 'on-request',
    pays: true,
  },
  test: {
    attempts: 1,
    feedback: 'at-end',
    hints: false,
    solution: 'at-end',
    starts: 'on-request',
    pays: false,
  },
  review: {
    attempts: null,
    feedback: 'at-once',
    hints: true,
    solution: 'after-answer',
    starts: 'by-itself',
    pays: true,
  },
};
