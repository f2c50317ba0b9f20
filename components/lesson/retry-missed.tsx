'use client';

import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { type FormAction, formProblem } from '#lib/form-state.ts';

export interface RetryMissedProps {
  action: FormAction<unknown, string>;
  activity: { readonly lesson: string; readonly activity: string };
  /** Whether the page recommends it. */
  isRecommended: boolean;
}

/** Starts another round with the questions that were missed. */
export function RetryMissed({ action, activity: { lesson, activity }, isRecommended }: RetryMissedProps) {
  const sent = useForm(action);
  return (
    <form {...sent.form} className="max-sm:w-full">
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="activity" value={activity} />
      <Button kind={isRecommended ? 'primary' : 'quiet'} pending={sent.pending} className="max-sm:w-full">
        Retry the missed questions
      </Button>
      <span role="status" className="text-sm empty:hidden">
        {sent.notSent || sent.state?.ok === false
          ? (formProblem(sent.state) ?? 'That did not work. Reload the page and try again.')
          : ''}
      </span>
    </form>
  );
}
