'use client';

import { Button } from '#components/ui/button.tsx';
import { CheckField, Field, SelectField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { clockFactors } from '#lib/access/clock.ts';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { FormAction } from '#lib/form-state.ts';
import { FormError } from './form-error.tsx';
import { errorOf, useAccountForm } from './use-account-form.ts';

const clockWords: Record<(typeof clockFactors)[number], string> = {
  1: 'The standard time',
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

export function ProfileForm({ action, user, timeZones }: ProfileFormProps) {
  const { state, pending, form } = useAccountForm(action);
  const zones = timeZones.includes(user.timeZone) ? timeZones : [user.timeZone, ...timeZones];
  return (
    <form {...form} id="settings" className="grid gap-6">
      <FormError>{errorOf(state, '')}</FormError>
      {state?.ok ? <Notice kind="right" title="Saved" live /> : null}
      <Field
        name="displayName"
        label="Your name"
        hint="Your teacher and your classmates see it."
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
          hint="When this is off, only you see your rank. Teachers are never listed."
          defaultChecked={user.onBoard}
          error={errorOf(state, 'onBoard')}
        />
        <Field
          name="boardName"
          label="Name on the leaderboard"
          hint="Leave empty to show your own name."
          defaultValue={user.boardName ?? ''}
          autoComplete="nickname"
          maxLength={60}
          error={errorOf(state, 'boardName')}
        />
      </fieldset>
      {isStaff(user.role) ? null : <Hidden user={user} />}
      <h2 id="settings" className="scroll-mt-4 border-t border-line pt-8 text-xl">
        Settings
      </h2>
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
        hint="Decides when your day ends, for streaks and reviews."
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

/** The choices of what to hide from oneself. */
function Hidden({ user }: Pick<ProfileFormProps, 'user'>) {
  return (
    <fieldset id="hidden" className="grid scroll-mt-4 gap-3">
      <legend className="font-semibold">Hide from me</legend>
      <p className="text-sm text-ink-soft">
        What you hide still counts and reappears when you show it again. Hiding the leaderboard does not
        remove you from it; use the setting above for that.
      </p>
      {hideable.map(({ name, label }) => (
        <CheckField key={name} name={name} label={label} defaultChecked={user[name]} />
      ))}
    </fieldset>
  );
}

function clockHint(allowance: number): string {
  const rule =
    'Some tasks are timed. A badge earned without a clock says so; points stay the same. A running clock is never shortened.';
  if (allowance === 1) return rule;
  if (allowance === 0) return `Your teacher has turned your clocks off, whatever you choose here. ${rule}`;
  return `Your teacher gives you ${allowance} times the standard time, multiplied by what you choose here. ${rule}`;
}
