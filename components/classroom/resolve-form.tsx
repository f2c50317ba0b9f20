'use client';

import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { type FormAction, formProblem } from '#lib/form-state.ts';
import { longestReply } from '#lib/item/problem-report.ts';

export interface ResolveFormProps {
  /** Posts `report` and `reply`. */
  action: FormAction<unknown, string>;
  report: string;
}

/** Closes a report, with an optional reply to its author. */
export function ResolveForm({ action, report }: ResolveFormProps) {
  const sent = useForm(action);
  return (
    <form {...sent.form} className="grid max-w-measure justify-items-start gap-3">
      <input type="hidden" name="report" value={report} />
      <div className="w-full">
        <Field
          name="reply"
          label="Reply"
          hint="Optional. Shown below the question."
          maxLength={longestReply}
        />
      </div>
      <Button kind="quiet" pending={sent.pending}>
        Resolve
      </Button>
      <p role="status" className="text-sm empty:hidden">
        {sent.notSent || sent.state?.ok === false
          ? (formProblem(sent.state) ??
            'Not resolved: someone else may have resolved it already. Reload the page.')
          : ''}
      </p>
    </form>
  );
}
