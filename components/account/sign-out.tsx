'use client';

import { removeAllCopies } from '#components/item/draft/draft-store.ts';
import { Button, type ButtonKind } from '#components/ui/button.tsx';

export interface SignOutProps {
  kind?: ButtonKind | undefined;
  /** On every device, not only here. */
  everywhere?: boolean | undefined;
}

/** A plain form on purpose: the browser really leaves the page, and takes nothing of the person along, also without https. */
export function SignOut({ kind = 'quiet', everywhere = false }: SignOutProps) {
  return (
    <form action="/api/auth/leave" method="post" onSubmit={removeAllCopies}>
      {everywhere ? <input type="hidden" name="everywhere" value="1" /> : null}
      <Button kind={kind}>{everywhere ? 'Sign out everywhere' : 'Sign out'}</Button>
    </form>
  );
}
