'use client';

import { useState } from 'react';
import { errorOf, refusalOf, useAccountForm } from '#components/account/use-account-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import type { FormAction, FormState } from '#lib/form-state.ts';

export interface ShareBadgeFormProps {
  badgeId: string;
  /** The name on the page, or a proposal for it. */
  name: string;
  /** The full address of the page; null while it is not shared. */
  link: string | null;
  /** Gives the full address. */
  share: FormAction<string, 'not-earned'>;
  withdraw: FormAction<unknown, never>;
}

/** Makes, renames or withdraws the link of a badge. It shows what the replies say, since the new page may come late. */
export function ShareBadgeForm({ badgeId, name, link: linkOfPage, share, withdraw }: ShareBadgeFormProps) {
  const sharing = useAccountForm(share);
  const withdrawing = useAccountForm(withdraw);
  const [link, setLink] = useState(linkOfPage);
  useReply(sharing.state, setLink);
  useReply(withdrawing.state, () => setLink(null));
  const error =
    errorOf(sharing.state, 'name') ??
    errorOf(sharing.state, '') ??
    (refusalOf(sharing.state) ? 'You have not earned this badge.' : undefined);
  return (
    <div className="grid max-w-md gap-5">
      {link ? (
        <p>
          Everybody with this link sees the badge:{' '}
          <a href={link} className="break-all">
            {link}
          </a>
        </p>
      ) : (
        <p className="text-ink-soft">Nobody else sees this page unless you make a link to it.</p>
      )}
      <form {...sharing.form} className="grid gap-4">
        <input type="hidden" name="badge" value={badgeId} />
        <Field
          name="name"
          label="Name on the page"
          hint="It need not be your full name."
          defaultValue={name}
          autoComplete="nickname"
          required
          maxLength={60}
          error={error}
        />
        <Button kind="quiet" pending={sharing.pending} className="justify-self-start">
          {link ? 'Save the name' : 'Make a link'}
        </Button>
      </form>
      {link ? (
        <form {...withdrawing.form}>
          <input type="hidden" name="badge" value={badgeId} />
          <Button kind="quiet" pending={withdrawing.pending}>
            Withdraw the link
          </Button>
        </form>
      ) : null}
    </div>
  );
}

/** Calls once for each reply that came after the first render, while rendering. */
function useReply<T>(state: FormState<T, string>, take: (value: T) => void): void {
  const [taken, setTaken] = useState(state);
  if (state === taken) return;
  setTaken(state);
  if (state?.ok) take(state.value);
}
