'use client';

import { removeAllCopies } from '#components/item/draft/draft-store.ts';
import { Button, type ButtonKind } from '#components/ui/button.tsx';

export interface SignOutProps {
  kind?: ButtonKind | undefined;
  /** On every device, not only here. */
  everywhere?: boolean | undefined;
}

/** A plain form, so that the browser loads a new document and no data of the user stays in the page. */
export function SignOut({ kind = 'quiet', everywhere = false }: SignOutProps) {
  return (
    <form action="/api/auth/leave" method="post" onSubmit={removeAllCopies}>
      {everywhere ? <input type="hidden" name="everywhere" value="1" /> : null}
      <Button kind={kind}>{everywhere ? 'Sign out everywhere' : 'Sign out'}</Button>
    </form>
  );
}
