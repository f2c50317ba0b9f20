'use client';

import { errorOf, refusalOf } from '#components/account/use-account-form.ts';
import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { timeAllowances } from '#lib/access/clock.ts';
import { type FormAction, formProblem } from '#lib/form-state.ts';

const words: Record<(typeof timeAllowances)[number], string> = {
  1: 'The standard time',
  1.25: 'A quarter more (× 1.25)',
  1.5: 'Half as much again (× 1.5)',
  2: 'Twice as long (× 2)',
  3: 'Three times as long (× 3)',
  4: 'Four times as long (× 4)',
  0: 'No clock',
};

export interface TimeAllowanceFormProps {
  action: FormAction<unknown, 'not-found'>;
  classroomId: string;
  studentId: string;
  allowance: number;
}

/** A student's accommodation: one setting for every clock. */
export function TimeAllowanceForm(props: TimeAllowanceFormProps) {
  const { action, classroomId, studentId, allowance } = props;
  const { state, notSent, pending, form } = useForm(action);
  const isGone = refusalOf(state) === 'not-found';
  const problem = formProblem(state);
  return (
    <form {...form} className="grid max-w-md gap-4">
      {state?.ok && !notSent ? <Notice kind="right" title="Saved" live /> : null}
      {notSent || isGone || problem ? (
        <Notice kind="wrong" title="Not saved" live>
          {isGone
            ? 'This student is no longer in your class.'
            : (problem ?? 'The server could not be reached. Try again.')}
        </Notice>
      ) : null}
      <input type="hidden" name="classroom" value={classroomId} />
      <input type="hidden" name="student" value={studentId} />
      <SelectField
        name="allowance"
        label="Time for timed tasks"
        hint="Multiplies the time that the student has chosen in the profile. A running clock is extended, never shortened."
        defaultValue={String(allowance)}
        error={errorOf(state, 'allowance')}
      >
        {timeAllowances.map((factor) => (
          <option key={factor} value={String(factor)}>
            {words[factor]}
          </option>
        ))}
      </SelectField>
      <Button pending={pending} kind="quiet" className="justify-self-start">
        Save
      </Button>
    </form>
  );
}
