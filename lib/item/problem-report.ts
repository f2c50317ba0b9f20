export const reportKinds = ['wrong-key', 'unclear', 'typo', 'broken', 'other'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportKindLabels: Readonly<Record<ReportKind, string>> = {
  'wrong-key': 'The answer taken as right is wrong',
  unclear: 'It is unclear what is asked',
  typo: 'A typing error',
  broken: 'It does not work',
  other: 'Something else',
};

export const longestNote = 1000;
export const longestReply = 500;
/** New reports of one user in 24 hours. */
export const reportsPerDay = 20;

/** A learner's report of a problem with an item, and the reply to it. */
export interface OwnReport {
  readonly itemId: string;
  readonly kind: ReportKind;
  readonly note: string;
  /** Null until somebody has replied. */
  readonly reply: string | null;
}

export type ReportRefusal = 'not-found' | 'stale' | 'too-many';
