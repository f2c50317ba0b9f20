/** The result of one question of a review, and when its subject is due again. */
export interface Reviewed {
  readonly id: string;
  /** The subject. */
  readonly label: string;
  /** The title of its lesson. */
  readonly lesson: string;
  readonly result: 'right' | 'missed' | 'skipped';
  /** "tomorrow", "in 8 days". */
  readonly dueIn: string;
}
