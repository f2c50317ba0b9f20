'use client';

import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction, FormState } from '#lib/form-state.ts';
import { FormFault } from './form-fault.tsx';
import { errorOf, refusalOf, useAccountForm } from './use-account-form.ts';
import { ZoneField } from './zone-field.tsx';

export type SignUpRefusal = 'closed' | 'code-needed' | 'unknown-code' | 'name-taken' | 'too-many';

/** Refusals that belong to a field are told there; the rest above the form. */
const refusals: Record<SignUpRefusal, { field: 'code' | 'userName' | ''; text: string }> = {
  closed: { field: '', text: 'This school makes its accounts itself. Ask your teacher for yours.' },
  'code-needed': { field: 'code', text: 'Type the code your teacher gave you.' },
  'unknown-code': { field: 'code', text: 'No class has this code. Compare it letter by letter.' },
  'name-taken': { field: 'userName', text: 'Somebody has this user name. Choose another one.' },
  'too-many': {
    field: '',
    text: 'There were too many tries from here. Wait a quarter of an hour and try again.',
  },
};

export interface SignUpFormProps {
  action: FormAction<unknown, SignUpRefusal>;
  told: FormState<unknown, SignUpRefusal>;
  next: string;
  code: string;
  /** Whether the school asks for a class code. */
  codeNeeded: boolean;
}

export function SignUpForm({ action, told, next, code, codeNeeded }: SignUpFormProps) {
  const { state, pending, form } = useAccountForm(action, told);
  const refusal = refusalOf(state);
  const error = (name: string) => {
    const refused = refusal ? refusals[refusal] : null;
    return errorOf(state, name) ?? (refused?.field === name ? refused.text : undefined);
  };
  return (
    <form {...form} className="grid gap-5">
      <FormFault>{errorOf(state, '')}</FormFault>
      {refusal && error('') && !errorOf(state, '') ? (
        <Notice kind="wrong" title="No account was made" live>
          {error('')}
        </Notice>
      ) : null}
      <input type="hidden" name="next" value={next} />
      <ZoneField />
      <Field
        name="code"
        label={codeNeeded ? 'Class code' : 'Class code, if you have one'}
        hint="Eight letters and digits from your teacher, such as K7QM-2XPA."
        defaultValue={code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required={codeNeeded}
        maxLength={400}
        error={error('code')}
      />
      <Field
        name="displayName"
        label="Your name"
        hint="As your teacher knows you."
        autoComplete="name"
        required
        maxLength={60}
        error={error('displayName')}
      />
      <Field
        name="userName"
        label="User name"
        hint="You sign in with it. Letters, digits, dots, hyphens and underscores."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={3}
        maxLength={40}
        error={error('userName')}
      />
      <Field
        name="password"
        label="Password"
        hint="At least 8 characters; 12 or more are better. Four unrelated words are good."
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={200}
        error={error('password')}
      />
      <Button pending={pending} className="justify-self-start">
        Create account
      </Button>
    </form>
  );
}
