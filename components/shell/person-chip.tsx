import type { FrameParts } from './frame-parts.tsx';
import { HeaderFigure } from './header-figure.tsx';
import { PersonMenu } from './person-menu.tsx';

export interface PersonChipProps {
  /** What is the same for everybody. */
  parts: Pick<FrameParts, 'personLinks' | 'streakRule' | 'pointsRule'>;
  displayName: string;
  /** With its freezes. Null for staff, who have no streak, and when hidden. */
  streak: { readonly days: number; readonly freezes: number } | null;
  /** Null for staff and when hidden. */
  points: number | null;
}

/** The current user with streak and points; pressing a figure shows its rule, pressing the name a menu. */
export function PersonChip({ parts, displayName, streak, points }: PersonChipProps) {
  return (
    <div className="contents text-sm">
      {streak ? (
        <HeaderFigure kind="streakDays" figure={streak.days}>
          {parts.streakRule} You have {streak.freezes === 0 ? 'none' : streak.freezes} now.
        </HeaderFigure>
      ) : null}
      {points === null ? null : (
        <HeaderFigure kind="points" figure={points}>
          {parts.pointsRule}
        </HeaderFigure>
      )}
      <PersonMenu displayName={displayName}>{parts.personLinks}</PersonMenu>
    </div>
  );
}
