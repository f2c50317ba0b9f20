'use client';

import type { ReactNode } from 'react';
import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import type { FormAction } from '#lib/form-state.ts';
import type { AuthoringRefusal } from '#lib/lesson/authoring.ts';
import { sentProblem } from './sent-problem.ts';

export interface LessonFormProps {
  action: FormAction<unknown, AuthoringRefusal>;
  label: string;
  /** Sent as they are. */
  hidden?: Readonly<Record<string, string | number>>;
  danger?: boolean;
  children?: ReactNode;
}

/** A form of the room with one button. */
export function LessonForm({ action, label, hidden = {}, danger = false, children }: LessonFormProps) {
  const sent = useForm(action);
  const isFaulty = sent.state?.ok && sent.state.value === 'faulty';
  return (
    <form {...sent.form} className="grid max-w-md justify-items-start gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button kind={danger ? 'danger' : 'quiet'} pending={sent.pending}>
        {label}
      </Button>
      <p role="status" className="text-sm text-wrong empty:hidden">
        {isFaulty ? 'Not published: the files have errors.' : (sentProblem(sent) ?? '')}
      </p>
    </form>
  );
}
