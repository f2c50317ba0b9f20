/** The sender of a request, signed in or not. */
export interface Visitor {
  readonly address: string;
}
