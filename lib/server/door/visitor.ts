/** The sender of a request, signed in or not. */
export interface Visitor {
  readonly address: string;
  /** The cookie of known devices, as it was sent. */
  readonly devices?: string | undefined;
  /** The cookie of a guest, as it was sent. */
  readonly guest?: string | undefined;
}
