'use client';

import { errorOf, useAccountForm } from '#components/account/use-account-form.ts';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import type { FormAction } from '#lib/form-state.ts';

export interface WeeklyGoalFormProps {
  action: FormAction<unknown, never>;
  /** Days a week; null without a goal. */
  goal: number | null;
}

const choices = [1, 2, 3, 4, 5, 6, 7];

/** Sets on how many days a week a learner wants to answer something. */
export function WeeklyGoalForm({ action, goal }: WeeklyGoalFormProps) {
  const { state, pending, form } = useAccountForm(action);
  return (
    <form {...form} className="flex max-w-sm flex-wrap items-end gap-3">
      <div className="grow">
        <SelectField
          name="goal"
          label="Goal for a week"
          defaultValue={goal === null ? 'none' : String(goal)}
          error={errorOf(state, 'goal') ?? errorOf(state, '')}
        >
          <option value="none">No goal</option>
          {choices.map((days) => (
            <option key={days} value={String(days)}>
              {days === 1 ? '1 day' : `${days} days`}
            </option>
          ))}
        </SelectField>
      </div>
      <Button kind="quiet" pending={pending}>
        Set the goal
      </Button>
      <p role="status" tabIndex={-1} className="basis-full text-sm text-ink-soft empty:hidden">
        {state?.ok ? 'The goal is set.' : ''}
      </p>
    </form>
  );
}
