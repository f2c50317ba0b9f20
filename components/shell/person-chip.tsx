import { Link } from '#components/ui/link.tsx';
import { pointsRule } from '#lib/progress/points.ts';
import { streakRule } from '#lib/progress/streak.ts';
import { ChipFact } from './chip-fact.tsx';

export interface PersonChipProps {
  displayName: string;
  /** Null for staff, who collect nothing. */
  figures: {
    readonly points: number;
    readonly streakDays: number;
    /** Spare days that keep the streak when one is missed. */
    readonly freezes: number;
  } | null;
  /** Where the name leads. */
  href?: string | undefined;
}

/** Who is here, for how many days in a row, with how many points; each number explains itself when pressed. */
export function PersonChip({ displayName, figures, href = '/profile' }: PersonChipProps) {
  return (
    <div className="flex items-center text-sm">
      {figures ? (
        <>
          <ChipFact kind="streakDays" figure={figures.streakDays}>
            {streakRule} You have {figures.freezes === 0 ? 'none' : figures.freezes} now.
          </ChipFact>
          <ChipFact kind="points" figure={figures.points}>
            {pointsRule}
          </ChipFact>
        </>
      ) : null}
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
