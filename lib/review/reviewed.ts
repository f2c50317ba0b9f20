/** What became of one question of a review, and when it comes back. */
export interface Reviewed {
  readonly id: string;
  /** What it is about. */
  readonly label: string;
  /** The title of its lesson. */
  readonly lesson: string;
  readonly result: 'right' | 'missed' | 'skipped';
  /** "tomorrow", "in 8 days". */
  readonly dueIn: string;
}
