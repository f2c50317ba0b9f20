/** What a workflow returns: a value, or one of its own literal reasons. Bugs are thrown, never returned. */
export type Result<T, R extends string> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: R;
      /** After how many whole seconds the same may succeed, where waiting helps. */
      readonly waitSeconds?: number;
    };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <R extends string>(reason: R): { readonly ok: false; readonly reason: R } => ({
  ok: false,
  reason,
});

/** A refusal that ends by itself. */
export const refuseFor = <R extends string>(
  reason: R,
  waitMs: number,
): { readonly ok: false; readonly reason: R; readonly waitSeconds: number } => ({
  ok: false,
  reason,
  waitSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
});
