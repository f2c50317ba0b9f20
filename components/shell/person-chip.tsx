import { type ReactNode, useId } from 'react';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { pointsRule } from '#lib/progress/points.ts';
import { streakRule } from '#lib/progress/streak.ts';

export interface PersonChipProps {
  displayName: string;
  points: number;
  streakDays: number;
  /** Spare days that keep the streak when one is missed. */
  freezes: number;
  /** Where the name leads. */
  href?: string | undefined;
}

/** Who is here, for how many days in a row, with how many points; each number explains itself when pressed. */
export function PersonChip({ displayName, points, streakDays, freezes, href = '/profile' }: PersonChipProps) {
  const days = streakDays === 1 ? '1 day' : `${streakDays} days`;
  return (
    <div className="flex items-center text-sm">
      <Fact
        icon="flame"
        figure={streakDays}
        spoken={`Streak: ${days}`}
        lit={streakDays > 0}
        title={streakDays > 0 ? `${days} in a row` : 'No streak yet'}
      >
        {streakRule} You have {freezes === 0 ? 'none' : freezes} now.
      </Fact>
      <Fact
        icon="point"
        figure={points}
        spoken={`Points: ${points}`}
        lit
        title={`${points.toLocaleString('en')} points`}
      >
        {pointsRule}
      </Fact>
      <Link
        href={href}
        aria-label={`${displayName}, your profile`}
        className="inline-flex sm:ms-1 min-h-11 items-center gap-2 rounded-md px-1.5 no-underline hover:text-accent"
      >
        <span
          aria-hidden="true"
          className="grid size-8 place-items-center rounded-full bg-accent-tint font-semibold text-accent"
        >
          {displayName.trim().slice(0, 1).toUpperCase()}
        </span>
        <span className="hidden max-w-40 truncate sm:inline">{displayName}</span>
      </Link>
    </div>
  );
}

interface FactProps {
  icon: IconName;
  figure: number;
  spoken: string;
  lit: boolean;
  title: string;
  children: ReactNode;
}

function Fact({ icon, figure, spoken, lit, title, children }: FactProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={spoken}
        className="inline-flex min-h-11 items-center gap-1 rounded-md px-1 tabular-nums transition-colors hover:bg-accent-tint sm:px-2"
      >
        <Icon name={icon} className={lit ? 'text-accent' : 'text-ink-soft'} />
        {figure.toLocaleString('en')}
      </button>
      <div id={id} popover="auto" className="pop p-4 text-sm">
        <p className="font-semibold">{title}</p>
        <p className="mt-1 text-ink-soft">{children}</p>
      </div>
    </>
  );
}
