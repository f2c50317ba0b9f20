/** Something that Markdown reads in another way than it was probably meant; `offset` counts from 0 in the text. */
export interface Misreading {
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}
