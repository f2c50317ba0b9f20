import { Table } from '#components/ui/table.tsx';
import type { BoardLine, BoardRow } from '#lib/progress/board.ts';

export interface BoardTableProps {
  /** The name of the class. */
  name: string;
  /** What is counted: "Points this week". */
  counted: string;
  lines: readonly BoardLine[];
}

/** Ranks, names and points; the reader's own row is marked. */
export function BoardTable({ name, counted, lines }: BoardTableProps) {
  return (
    <Table caption={`Leaderboard of ${name}`} quiet>
      <thead>
        <tr>
          <th scope="col" className="ps-3!">
            Rank
          </th>
          <th scope="col">Name</th>
          <th scope="col" className="num pe-3!">
            {counted}
          </th>
        </tr>
      </thead>
      <tbody>
        {withRowIds(lines).map(({ id, line }) =>
          line === 'gap' ? <Gap key={id} /> : <Row key={id} {...line} />,
        )}
      </tbody>
    </Table>
  );
}

/** React keys are sent to the browser, so they hold positions instead of user ids. */
function withRowIds(lines: readonly BoardLine[]): { id: string; line: BoardLine }[] {
  return lines.map((line, index) => ({ id: `row-${index}`, line }));
}

function Row({ rank, name, points, isMe, onlyMe }: BoardRow) {
  const style = isMe ? 'bg-accent-tint! font-semibold' : '';
  return (
    <tr {...(isMe ? { 'aria-current': 'true' as const } : {})}>
      <td className={`w-16 ps-3! ${style}`}>{rank ?? '–'}</td>
      <th scope="row" className={style}>
        <bdi>{name}</bdi>
        {isMe ? <span className="font-normal text-ink-soft"> (you)</span> : null}
        {onlyMe ? (
          <span className="block text-sm font-normal text-ink-soft">Only you see this row.</span>
        ) : null}
      </th>
      <td className={`num pe-3! ${style}`}>{points.toLocaleString('en')}</td>
    </tr>
  );
}

function Gap() {
  return (
    <tr>
      <td colSpan={3} className="ps-3! text-ink-soft">
        <span aria-hidden="true">⋯</span>
        <span className="sr-only">Some ranks are not shown.</span>
      </td>
    </tr>
  );
}
