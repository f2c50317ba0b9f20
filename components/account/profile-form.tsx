'use client';

import { Button } from '#components/ui/button.tsx';
import { CheckField, Field, SelectField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { clockFactors } from '#lib/access/clock.ts';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { FormAction, FormState } from '#lib/form-state.ts';
import { FormFault } from './form-fault.tsx';
import { errorOf, useAccountForm } from './use-account-form.ts';

const clockWords: Record<(typeof clockFactors)[number], string> = {
  1: 'The stated time',
  1.5: 'One and a half times as long',
  2: 'Twice as long',
  3: 'Three times as long',
  5: 'Five times as long',
  10: 'Ten times as long',
  0: 'No clock',
};

const hideable = [
  { name: 'hidesPoints', label: 'Points' },
  { name: 'hidesStreak', label: 'The streak' },
  { name: 'hidesBadges', label: 'Badges' },
  { name: 'hidesBoard', label: 'The leaderboard' },
] as const;

export interface ProfileFormProps {
  action: FormAction<unknown, never>;
  told: FormState<unknown, never>;
  user: Pick<
    SessionUser,
    | 'displayName'
    | 'role'
    | 'boardName'
    | 'onBoard'
    | 'clockFactor'
    | 'timeAllowance'
    | 'timeZone'
    | (typeof hideable)[number]['name']
  >;
  timeZones: readonly string[];
}

export function ProfileForm({ action, told, user, timeZones }: ProfileFormProps) {
  const { state, pending, form } = useAccountForm(action, told);
  const zones = timeZones.includes(user.timeZone) ? timeZones : [user.timeZone, ...timeZones];
  return (
    <form {...form} className="grid gap-6">
      <FormFault>{errorOf(state, '')}</FormFault>
      {state?.ok ? <Notice kind="right" title="Saved" live /> : null}
      <Field
        name="displayName"
        label="Your name"
        hint="Your teacher and your class see it."
        defaultValue={user.displayName}
        autoComplete="name"
        required
        maxLength={60}
        error={errorOf(state, 'displayName')}
      />
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">Leaderboard</legend>
        <CheckField
          name="onBoard"
          label="Show me on my class’s leaderboard"
          hint="Off, nobody but you sees your place. Teachers are never on it."
          defaultChecked={user.onBoard}
          error={errorOf(state, 'onBoard')}
        />
        <Field
          name="boardName"
          label="Under this name"
          hint="Left empty, your name is shown."
          defaultValue={user.boardName ?? ''}
          autoComplete="nickname"
          maxLength={60}
          error={errorOf(state, 'boardName')}
        />
      </fieldset>
      {isStaff(user.role) ? null : <Hidden user={user} />}
      <SelectField
        name="clockFactor"
        label="Clock"
        hint={clockHint(user.timeAllowance)}
        defaultValue={String(user.clockFactor)}
        error={errorOf(state, 'clockFactor')}
      >
        {clockFactors.map((factor) => (
          <option key={factor} value={String(factor)}>
            {clockWords[factor]}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="timeZone"
        label="Time zone"
        hint="It decides when your day ends, for streaks and reviews."
        defaultValue={user.timeZone}
        error={errorOf(state, 'timeZone')}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <Button pending={pending} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}

/** What a learner would rather not see. */
function Hidden({ user }: Pick<ProfileFormProps, 'user'>) {
  return (
    <fieldset id="hidden" className="grid scroll-mt-4 gap-3">
      <legend className="font-semibold">Hide from me</legend>
      <p className="text-sm text-ink-soft">
        What you hide is counted all the same and is there again when you show it. Hiding the leaderboard does
        not take you off it; that is the setting above.
      </p>
      {hideable.map(({ name, label }) => (
        <CheckField key={name} name={name} label={label} defaultChecked={user[name]} />
      ))}
    </fieldset>
  );
}

function clockHint(allowance: number): string {
  const rule =
    'Some tasks have a clock. A badge earned without one says so; points stay the same. A clock that runs is never shortened.';
  if (allowance === 1) return rule;
  if (allowance === 0) return `Your teacher has taken your clocks away, whatever you choose here. ${rule}`;
  return `Your teacher gives you ${allowance} times the time; what you choose comes on top. ${rule}`;
}
