'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction } from '#lib/form-state.ts';
import { FormError } from './form-error.tsx';
import { errorOf, refusalOf, retryAdvice, useAccountForm } from './use-account-form.ts';

export type SignUpRefusal = 'closed' | 'code-needed' | 'unknown-code' | 'name-taken' | 'too-many' | 'busy';

/** Where each refusal is shown: at a field, or above the form when `field` is empty. */
const refusals: Record<SignUpRefusal, { field: 'code' | 'userName' | ''; text: string }> = {
  closed: { field: '', text: 'Your school creates the accounts. Ask your teacher for one.' },
  'code-needed': { field: 'code', text: 'Enter the code your teacher gave you.' },
  'unknown-code': { field: 'code', text: 'No class has this code. Check it letter by letter.' },
  'name-taken': { field: 'userName', text: 'This user name is taken. Choose another one.' },
  'too-many': {
    field: '',
    text: 'There were too many attempts from your network.',
  },
  busy: { field: '', text: 'Very many people are signing in at this moment.' },
};

export interface SignUpFormProps {
  action: FormAction<unknown, SignUpRefusal>;
  next: string;
  code: string;
  /** Whether the school asks for a class code. */
  codeNeeded: boolean;
}

export function SignUpForm({ action, next, code, codeNeeded }: SignUpFormProps) {
  const { state, pending, form } = useAccountForm(action);
  const refusal = refusalOf(state);
  const error = (name: string) => {
    const refused = refusal ? refusals[refusal] : null;
    if (refused?.field !== name) return errorOf(state, name);
    return name === '' && refusal !== 'closed' ? `${refused.text} ${retryAdvice(state)}` : refused.text;
  };
  return (
    <form {...form} className="grid gap-5">
      <FormError>{errorOf(state, '')}</FormError>
      {refusal && error('') && !errorOf(state, '') ? (
        <Notice kind="wrong" title="Account not created" live>
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
        hint="The name your teacher knows you by."
        autoComplete="name"
        required
        maxLength={60}
        error={error('displayName')}
      />
      <Field
        name="userName"
        label="User name"
        hint="You sign in with it. Use letters, digits, dots, hyphens and underscores."
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
        hint="At least 8 characters; 12 or more is better. Four unrelated words work well."
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

const never = () => () => undefined;
const zoneHere = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const zoneUnknown = () => '';

/** Posts the browser’s time zone, so that days end at the learner’s midnight. Empty without a script. */
function ZoneField() {
  return (
    <input
      type="hidden"
      name="timeZone"
      value={useSyncExternalStore(never, zoneHere, zoneUnknown)}
      readOnly
    />
  );
}
