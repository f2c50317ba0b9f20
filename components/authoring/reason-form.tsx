'use client';

import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction } from '#lib/form-state.ts';
import type { AuthoringRefusal } from '#lib/lesson/authoring.ts';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import { sentProblem } from './sent-problem.ts';

export interface ReasonFormProps extends LessonRef {
  action: FormAction<'published' | 'proposed' | 'faulty', AuthoringRefusal>;
  saves: number;
  label: string;
}

/** Publishes or proposes a saved draft, with the reason that its history keeps. */
export function ReasonForm({ action, track, lesson, saves, label }: ReasonFormProps) {
  const sent = useForm(action);
  const outcome = sent.state?.ok ? sent.state.value : null;
  const problem =
    sentProblem(sent) ??
    (outcome === 'faulty' ? 'The draft has errors. Correct them and send it again.' : undefined);
  return (
    <form {...sent.form} className="grid max-w-measure justify-items-start gap-3">
      <input type="hidden" name="track" value={track} />
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="saves" value={saves} />
      <div className="w-full">
        <Field
          name="reason"
          label="Reason"
          hint="One sentence: what you changed and why."
          required
          maxLength={500}
          autoComplete="off"
        />
      </div>
      <Button kind="quiet" pending={sent.pending}>
        {label}
      </Button>
      {problem ? (
        <Notice kind="wrong" title={`Not ${label === 'Publish' ? 'published' : 'proposed'}`} live>
          {problem}
        </Notice>
      ) : null}
      <p role="status" className="text-sm empty:hidden">
        {outcome === 'published' ? 'Published.' : outcome === 'proposed' ? 'Proposed.' : ''}
      </p>
    </form>
  );
}
