/** One student on a class's leaderboard. */
export interface BoardEntry {
  readonly userId: string;
  readonly name: string;
  readonly points: number;
}

export interface BoardRow extends BoardEntry {
  /** Null without points. */
  readonly rank: number | null;
  readonly isMe: boolean;
  /** Only this student sees the row. */
  readonly onlyMe: boolean;
}

/** A row, or a gap where rows are left out. */
export type BoardLine = BoardRow | 'gap';

const top = 5;
const around = 3;

/**
 * The board as one person sees it: the first five rows, and three on either side of their own. `shown` holds the students
 * who chose to be listed; `me` is null for staff, who see every row. Ranks follow from the points alone: equal points share
 * a rank (1, 2, 2, 4), and who has no points has no rank and no row, except for oneself. A student who is not listed sees
 * the ranks as they would be with them; what others see does not count them.
 */
export function boardLines(shown: readonly BoardEntry[], me: BoardEntry | null): BoardLine[] {
  const isHidden = me !== null && !shown.some((entry) => entry.userId === me.userId);
  const entries = [...shown, ...(isHidden ? [me] : [])]
    .filter(({ points, userId }) => points > 0 || userId === me?.userId)
    .toSorted(byPoints);
  const rows = entries.map((entry): BoardRow => {
    const isMe = entry.userId === me?.userId;
    const rank = entry.points > 0 ? entries.filter(({ points }) => points > entry.points).length + 1 : null;
    return { ...entry, rank, isMe, onlyMe: isMe && isHidden };
  });
  if (me === null) return rows;
  const mine = rows.findIndex((row) => row.isMe);
  const first = new Set(rows.filter((row) => !row.onlyMe).slice(0, top));
  return withGaps(rows, (row, at) => first.has(row) || Math.abs(at - mine) <= around);
}

/** Whose rank among these students differs once these points are added, by user id. */
export function changedRanks(
  shown: readonly Pick<BoardEntry, 'userId' | 'points'>[],
  gained: ReadonlyMap<string, number>,
): string[] {
  const after = shown.map(({ userId, points }) => ({ userId, points: points + (gained.get(userId) ?? 0) }));
  const rankIn = (board: typeof shown, own: string) => {
    const points = board.find(({ userId }) => userId === own)?.points ?? 0;
    return points > 0 ? board.filter((other) => other.points > points).length + 1 : null;
  };
  return shown
    .map(({ userId }) => userId)
    .filter((userId) => rankIn(shown, userId) !== rankIn(after, userId));
}

function byPoints(a: BoardEntry, b: BoardEntry): number {
  return b.points - a.points || a.name.localeCompare(b.name, 'en') || (a.userId < b.userId ? -1 : 1);
}

function withGaps(rows: readonly BoardRow[], isKept: (row: BoardRow, at: number) => boolean): BoardLine[] {
  return rows.flatMap((row, at): BoardLine[] => {
    if (isKept(row, at)) return [row];
    const previous = rows[at - 1];
    return previous && !isKept(previous, at - 1) ? [] : ['gap'];
  });
}

/** The rule as the page shows it. */
export const boardRule =
  'The board counts the points of the students who chose to be on it. Equal points share a rank; without points there is no rank. A week begins on Monday, by each student’s own calendar. Teachers are never on it. While you are not on it, only you see your row, and nobody else’s board counts you.';
