import { Link } from '#components/ui/link.tsx';
import { streakRule } from '#lib/progress/streak-rule.ts';
import { pointsRule } from '#lib/sitting/points-rule.ts';
import { HeaderFigure } from './header-figure.tsx';

export interface PersonChipProps {
  displayName: string;
  /** With its freezes. Null for staff, who have no streak, and when hidden. */
  streak: { readonly days: number; readonly freezes: number } | null;
  /** Null for staff and when hidden. */
  points: number | null;
  /** The target of the name’s link. */
  href?: string | undefined;
}

/** The current user with streak and points; pressing a figure shows its rule. */
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
