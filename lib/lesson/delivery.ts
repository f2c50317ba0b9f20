/** How an activity serves its items. An item does not depend on it. */
export type Mode = 'practice' | 'try' | 'challenge' | 'test' | 'review';

export interface Delivery {
  /** Attempts for each item in one sitting; null for no limit. */
  readonly attempts: number | null;
  /** 'at-once': feedback after each answer; 'at-end': no feedback until the sitting is closed. */
  readonly feedback: 'at-once' | 'at-end';
  /** Hints may be opened, at a price in points. */
  readonly hints: boolean;
  /** When the worked solution is shown: after any answer, or once the answer is right or no attempts are left. */
  readonly solution: 'after-answer' | 'after-last' | 'at-end';
  /** 'on-request': the sitting starts with a click, and its items may have clocks. */
  readonly starts: 'by-itself' | 'on-request';
  /** The first right answer to an item earns points. */
  readonly pays: boolean;
  /** Options are in a different order in each sitting. Steps and tokens always are: their order would be the answer. */
  readonly shuffle: boolean;
  /** How many of the activity's items one sitting serves; null serves all of them. */
  readonly draw: number | null;
  /** The time limits of items apply. */
  readonly clock: boolean;
}

/** What an author may decide for one activity. */
export type DeliveryChanges = {
  readonly [Field in Exclude<keyof Delivery, 'starts' | 'pays'>]?: Delivery[Field] | undefined;
};

const open = {
  attempts: null,
  feedback: 'at-once',
  hints: true,
  solution: 'after-answer',
  starts: 'by-itself',
  pays: true,
  shuffle: true,
  draw: null,
  clock: false,
} as const satisfies Delivery;

export const deliveryByMode: Record<Mode, Delivery> = {
  practice: open,
  try: { ...open, attempts: 3, solution: 'after-last' },
  challenge: { ...open, attempts: 2, solution: 'after-last', starts: 'on-request', clock: true },
  test: {
    ...open,
    attempts: 1,
    feedback: 'at-end',
    hints: false,
    solution: 'at-end',
    starts: 'on-request',
    pays: false,
  },
  review: open,
};

/** The delivery of a mode with an author's changes; settings that they leave open are derived from the others. */
export function deliveryOf(mode: Mode, changes: DeliveryChanges): Delivery {
  const defaults = deliveryByMode[mode];
  const or = <T>(change: T | undefined, byDefault: T): T => (change === undefined ? byDefault : change);
  const combined: Delivery = {
    ...defaults,
    attempts: or(changes.attempts, defaults.attempts),
    feedback: or(changes.feedback, defaults.feedback),
    hints: or(changes.hints, defaults.hints),
    solution: or(changes.solution, defaults.solution),
    shuffle: or(changes.shuffle, defaults.shuffle),
    draw: or(changes.draw, defaults.draw),
    clock: or(changes.clock, defaults.clock),
  };
  const attempts = combined.feedback === 'at-end' && changes.attempts === undefined ? 1 : combined.attempts;
  const revealsEarly = combined.solution === 'after-answer' && attempts !== null && attempts > 1;
  const solution =
    changes.solution ??
    (combined.feedback === 'at-end' ? 'at-end' : revealsEarly ? 'after-last' : combined.solution);
  return { ...combined, attempts, solution };
}

export interface DeliveryFault {
  readonly field: keyof DeliveryChanges;
  readonly message: string;
}

interface CheckedDelivery extends Delivery {
  readonly mode: Mode;
  readonly changes: DeliveryChanges;
  readonly onRequest: boolean;
  readonly items: number;
}

interface Rule extends Omit<DeliveryFault, 'message'> {
  readonly breaks: (delivery: CheckedDelivery) => boolean;
  readonly message: string | ((delivery: CheckedDelivery) => string);
}

const rules: readonly Rule[] = [
  {
    field: 'feedback',
    breaks: ({ onRequest, feedback }) => !onRequest && feedback === 'at-end',
    message:
      'Only a challenge has an end at which feedback could be given. Write at-once, or remove the field.',
  },
  {
    field: 'solution',
    breaks: ({ onRequest, solution }) => !onRequest && solution === 'at-end',
    message: 'Only a challenge has an end. Write after-answer or after-last, or remove the field.',
  },
  {
    field: 'attempts',
    breaks: ({ onRequest, attempts }) => onRequest && (attempts === null || attempts > 3),
    message: 'A challenge gives 1 to 3 attempts for each problem. Write one of these.',
  },
  {
    field: 'attempts',
    breaks: ({ feedback, attempts }) => feedback === 'at-end' && attempts !== 1,
    message:
      'With feedback at the end learners do not know when to try again. Write 1, or change feedback to at-once.',
  },
  {
    field: 'solution',
    breaks: ({ solution, attempts }) => solution === 'after-answer' && attempts !== null && attempts > 1,
    message: 'This would show the answer while attempts are left. Write after-last.',
  },
  {
    field: 'clock',
    breaks: ({ onRequest, changes }) => !onRequest && changes.clock === true,
    message: 'Only a challenge starts on request, so only a challenge can have a clock. Remove the field.',
  },
  {
    field: 'draw',
    breaks: ({ mode, draw }) => mode === 'review' && draw !== null,
    message: 'A review must serve everything that may be due. Remove the field.',
  },
  {
    field: 'draw',
    breaks: ({ draw, items }) => draw !== null && draw >= items,
    message: ({ draw, items }) =>
      `This asks for ${draw} of ${items} items. Write a smaller number, or remove the field to serve all.`,
  },
];

/** The faults in an author's changes, each with its field and a correction. `items` is the number of items. */
export function deliveryFaults(mode: Mode, changes: DeliveryChanges, items: number): DeliveryFault[] {
  const delivery = deliveryOf(mode, changes);
  const checked = { ...delivery, mode, changes, items, onRequest: delivery.starts === 'on-request' };
  return rules
    .filter(({ breaks }) => breaks(checked))
    .map(({ field, message }) => ({
      field,
      message: typeof message === 'string' ? message : message(checked),
    }));
}

/** The number of an activity's items that one sitting serves. */
export const servedItemCount = (activity: {
  readonly items: readonly unknown[];
  readonly delivery: Pick<Delivery, 'draw'>;
}): number => Math.min(activity.delivery.draw ?? activity.items.length, activity.items.length);
