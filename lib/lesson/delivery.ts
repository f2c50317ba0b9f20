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
  /** Options change places from sitting to sitting. Steps and tokens always do: their order would be the answer. */
  readonly shuffle: boolean;
  /** How many of the activity's items one sitting serves; null serves all of them. */
  readonly draw: number | null;
  /** The time that an item states is kept. */
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

/** A mode with an author's changes; what they leave open follows from what they say. */
export function deliveryOf(mode: Mode, changes: DeliveryChanges): Delivery {
  const own = deliveryByMode[mode];
  const or = <T>(change: T | undefined, rule: T): T => (change === undefined ? rule : change);
  const wanted: Delivery = {
    ...own,
    attempts: or(changes.attempts, own.attempts),
    feedback: or(changes.feedback, own.feedback),
    hints: or(changes.hints, own.hints),
    solution: or(changes.solution, own.solution),
    shuffle: or(changes.shuffle, own.shuffle),
    draw: or(changes.draw, own.draw),
    clock: or(changes.clock, own.clock),
  };
  const attempts = wanted.feedback === 'at-end' && changes.attempts === undefined ? 1 : wanted.attempts;
  const tells = wanted.solution === 'after-answer' && attempts !== null && attempts > 1;
  const solution =
    changes.solution ?? (wanted.feedback === 'at-end' ? 'at-end' : tells ? 'after-last' : wanted.solution);
  return { ...wanted, attempts, solution };
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
  readonly breaks: (asked: CheckedDelivery) => boolean;
  readonly message: string | ((asked: CheckedDelivery) => string);
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
      'With feedback at the end nobody knows when to try again. Write 1, or change feedback to at-once.',
  },
  {
    field: 'solution',
    breaks: ({ solution, attempts }) => solution === 'after-answer' && attempts !== null && attempts > 1,
    message: 'This would show the answer while attempts are left. Write after-last.',
  },
  {
    field: 'clock',
    breaks: ({ onRequest, changes }) => !onRequest && changes.clock === true,
    message: 'Only a challenge is begun on request, so only there a clock can start. Remove the field.',
  },
  {
    field: 'draw',
    breaks: ({ mode, draw }) => mode === 'review' && draw !== null,
    message: 'A review must hold everything that may come due. Remove the field.',
  },
  {
    field: 'draw',
    breaks: ({ draw, items }) => draw !== null && draw >= items,
    message: ({ draw, items }) =>
      `This asks for ${draw} of ${items} items. Write a smaller number, or remove the field to serve all.`,
  },
];

/** What of an author's changes cannot be: each with the field it is about and the cure. `items` is how many there are. */
export function deliveryFaults(mode: Mode, changes: DeliveryChanges, items: number): DeliveryFault[] {
  const delivery = deliveryOf(mode, changes);
  const asked = { ...delivery, mode, changes, items, onRequest: delivery.starts === 'on-request' };
  return rules
    .filter(({ breaks }) => breaks(asked))
    .map(({ field, message }) => ({
      field,
      message: typeof message === 'string' ? message : message(asked),
    }));
}

/** How many of an activity's items one sitting serves. */
export const servedItemCount = (activity: {
  readonly items: readonly unknown[];
  readonly delivery: Pick<Delivery, 'draw'>;
}): number => Math.min(activity.delivery.draw ?? activity.items.length, activity.items.length);
