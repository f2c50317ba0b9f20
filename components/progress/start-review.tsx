'use client';

import type { ReactNode } from 'react';
import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { type FormAction, formProblem } from '#lib/form-state.ts';

export interface StartReviewProps {
  /** Posts nothing. */
  action: FormAction<null, 'nothing-due'>;
  kind?: 'primary' | 'quiet' | undefined;
  children: ReactNode;
}

/** Starts a review and opens its first question. */
export function StartReview({ action, kind, children }: StartReviewProps) {
  const { state, notSent, pending, form } = useForm(action);
  return (
    <form {...form} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button kind={kind} icon="arrow-right" after pending={pending}>
        {children}
      </Button>
      <span role="status" className="text-sm text-ink-soft">
        {notSent ? 'The server could not be reached. Try again.' : null}
        {state?.ok === false
          ? (formProblem(state) ??
            'There are no questions for you right now. Questions of an unfinished test are left out.')
          : null}
      </span>
    </form>
  );
}
