import { Moment } from '#components/progress/moment.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { Table } from '#components/ui/table.tsx';

export interface LastAnswersTableProps {
  answers: readonly {
    id: string;
    question: string | null;
    where: string;
    outcome: 'right' | 'partly' | 'wrong';
    attempt: number;
    hints: number;
    points: number;
    at: Date;
  }[];
  now: Date;
  timeZone: string;
}

const styles = {
  right: { mark: 'right', word: 'Right' },
  partly: { mark: 'unsure', word: 'Partly right' },
  wrong: { mark: 'wrong', word: 'Wrong' },
} as const;

const attempts = (attempt: number, hints: number): string => {
  const label = `attempt ${attempt}`;
  return hints === 0 ? label : `${label}, ${hints === 1 ? '1 hint' : `${hints} hints`}`;
};

/** The newest answers of a student, newest first. */
export function LastAnswersTable({ answers, now, timeZone }: LastAnswersTableProps) {
  return (
    <Table caption="Last answers" quiet>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Answer</th>
          <th scope="col" className="num">
            Points
          </th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ id, question, where, outcome, attempt, hints, points, at }) => (
          <tr key={id}>
            <th scope="row" className="min-w-52 max-w-96 font-normal!">
              {question ?? <span className="text-ink-soft">A question that has been removed</span>}
              <span className="block text-sm text-ink-soft">{where}</span>
            </th>
            <td>
              <span className="inline-flex items-center gap-2 whitespace-nowrap">
                <Mark kind={styles[outcome].mark} size={18} />
                {styles[outcome].word}
              </span>
              <span className="block text-sm text-ink-soft">{attempts(attempt, hints)}</span>
            </td>
            <td className="num">{points}</td>
            <td>
              <Moment at={at} now={now} timeZone={timeZone} exact />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
