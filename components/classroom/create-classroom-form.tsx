'use client';

import { errorOf, refusalOf } from '#components/account/use-account-form.ts';
import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import type { FormAction } from '#lib/form-state.ts';

export interface CreateClassroomFormProps {
  action: FormAction<unknown, 'not-allowed'>;
}

export function CreateClassroomForm({ action }: CreateClassroomFormProps) {
  const { state, notSent, pending, form } = useForm(action);
  const refused = refusalOf(state) ? 'Only teachers and admins can create classes.' : undefined;
  return (
    <form {...form} className="grid max-w-md gap-4">
      <Field
        name="name"
        label="Name of the class"
        hint="As your students know it, such as 8b or Monday evening."
        required
        maxLength={60}
        autoComplete="off"
        error={
          errorOf(state, 'name') ??
          errorOf(state, '') ??
          refused ??
          (notSent ? 'The server could not be reached. Try again.' : undefined)
        }
      />
      <Button pending={pending} className="justify-self-start">
        Create the class
      </Button>
    </form>
  );
}
