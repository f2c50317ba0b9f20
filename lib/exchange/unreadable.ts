/** Why a question cannot be taken over: the end of a sentence for its author. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  /** Lines and columns from the start of the question to the fault, both counted from 0. */
  readonly offset: { readonly line: number; readonly column: number } | null;

  constructor(message: string, offset: Unreadable['offset'] = null) {
    super(message);
    this.offset = offset;
  }
}
