/** One student on a class's leaderboard. */
export interface BoardEntry {
  readonly userId: string;
  readonly name: string;
  readonly points: number;
}

export interface BoardRow extends BoardEntry {
  readonly rank: number;
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
 * who chose to be listed; `me` is null for staff, who see every row. A student who is not listed sees their own row, which
 * does not affect the ranks of others. Equal points share a rank: 1, 2, 2, 4.
 */
export function boardLines(shown: readonly BoardEntry[], me: BoardEntry | null): BoardLine[] {
  const isHidden = me !== null && !shown.some((entry) => entry.userId === me.userId);
  let above = 0;
  let level: { readonly points: number; readonly rank: number } | undefined;
  const rows = [...shown, ...(isHidden ? [me] : [])].toSorted(byPoints).map((entry): BoardRow => {
    if (level?.points !== entry.points) level = { points: entry.points, rank: above + 1 };
    const isMe = entry.userId === me?.userId;
    const onlyMe = isMe && isHidden;
    if (!onlyMe) above += 1;
    return { ...entry, rank: level.rank, isMe, onlyMe };
  });
  if (me === null) return rows;
  const mine = rows.findIndex((row) => row.isMe);
  const first = new Set(rows.filter((row) => !row.onlyMe).slice(0, top));
  return withGaps(rows, (row, at) => first.has(row) || Math.abs(at - mine) <= around);
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
  'The board counts the points of the students who chose to be on it. Equal points share a rank. Teachers are never on it, and who is not on it is not counted.';
