import { Link } from '#components/ui/link.tsx';
import { streakRule } from '#lib/progress/streak.ts';
import { pointsRule } from '#lib/sitting/points.ts';
import { HeaderFigure } from './header-figure.tsx';

export interface PersonChipProps {
  displayName: string;
  /** With the spare days that keep it when one is missed. Null for staff, who collect nothing, and where it is hidden. */
  streak: { readonly days: number; readonly freezes: number } | null;
  /** Null likewise. */
  points: number | null;
  /** Where the name leads. */
  href?: string | undefined;
}

/** Who is here, for how many days in a row, with how many points; each number explains itself when pressed. */
export function PersonChip({ displayName, streak, points, href = '/profile' }: PersonChipProps) {
  return (
    <div className="flex items-center text-sm">
      {streak ? (
        <HeaderFigure kind="streakDays" figure={streak.days}>
          {streakRule} You have {streak.freezes === 0 ? 'none' : streak.freezes} now.
        </HeaderFigure>
      ) : null}
      {points === null ? null : (
        <HeaderFigure kind="points" figure={points}>
          {pointsRule}
        </HeaderFigure>
      )}
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
