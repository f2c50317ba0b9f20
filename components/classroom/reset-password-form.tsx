'use client';

import { refusalOf } from '#components/account/use-account-form.ts';
import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { type FormAction, formProblem } from '#lib/form-state.ts';
import { NewAccountNotice, type NewAccountNoticeProps } from './new-account-notice.tsx';

export type ResetRefusal = 'not-found' | 'no-password' | 'busy';

export interface ResetPasswordFormProps {
  action: FormAction<NewAccountNoticeProps, ResetRefusal>;
  classroomId: string;
  studentId: string;
}

const refusals: Record<ResetRefusal, string> = {
  'not-found': 'This student is no longer in your class.',
  'no-password': 'This student signs in through the school’s service and has no password here.',
  busy: 'Very many people are signing in at this moment. Try again in a few seconds.',
};

export function ResetPasswordForm({ action, classroomId, studentId }: ResetPasswordFormProps) {
  const { state, notSent, pending, form } = useForm(action);
  const refusal = refusalOf(state);
  const isFaulty = notSent || (state !== null && !state.ok);
  return (
    <form {...form} className="grid max-w-md gap-4">
      {state?.ok ? <NewAccountNotice {...state.value} /> : null}
      {isFaulty ? (
        <Notice kind="wrong" title="Not changed" live>
          {refusal
            ? refusals[refusal]
            : (formProblem(state) ?? 'The server could not be reached. Try again.')}
        </Notice>
      ) : null}
      <input type="hidden" name="classroom" value={classroomId} />
      <input type="hidden" name="student" value={studentId} />
      <p className="text-ink-soft">
        The old password stops working, and the student is signed out everywhere.
      </p>
      <Button pending={pending} kind="quiet" className="justify-self-start">
        Set a temporary password
      </Button>
    </form>
  );
}
