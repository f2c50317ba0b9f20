/** Text that Markdown probably reads differently than its author meant; `offset` counts from 0. */
export interface Misreading {
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}
