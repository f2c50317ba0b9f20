'use client';

import type { ReactNode } from 'react';
import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { type FormAction, formProblem } from '#lib/form-state.ts';

export interface StartOverProps<T, R extends string> {
  /** Posts `lesson` and `activity`. */
  action: FormAction<T, R>;
  lesson: string;
  activity: string;
  /** The label of the button. */
  children: ReactNode;
}

/** Starts another round of an activity; points and progress are kept. */
export function StartOver<T, R extends string>({ action, lesson, activity, children }: StartOverProps<T, R>) {
  const sent = useForm(action);
  return (
    <form {...sent.form} className="mt-5 flex flex-wrap items-center gap-x-3">
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="activity" value={activity} />
      <Button kind="bare" size="small" pending={sent.pending} className="-ms-3 max-sm:min-h-11">
        {children}
      </Button>
      <span role="status" className="text-sm text-ink-soft">
        {sent.notSent || sent.state?.ok === false
          ? (formProblem(sent.state) ?? 'That did not work. Reload the page and try again.')
          : 'You keep your points and progress.'}
      </span>
    </form>
  );
}
