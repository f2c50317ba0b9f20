import { Section } from '#components/progress/section.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table } from '#components/ui/table.tsx';
import { retakeRule } from '#lib/mastery/retake-rule.ts';
import { shareText } from '#lib/mastery/share-text.ts';
import type { CardRow, VerdictCard } from '#lib/mastery/verdict-card.ts';

export interface ErrorRatesProps extends VerdictCard {
  provisional: boolean;
}

/** The id of the section, for links to it. */
export const errorRatesId = 'error-rates';

/** The error rates of the test, for learners who know different shares. */
export function ErrorRates({ guesser, halfKnower, knower, tests, provisional }: ErrorRatesProps) {
  const rows = [
    { who: 'knows nothing and guesses', row: guesser },
    { who: 'knows 55 % of it', row: halfKnower },
    { who: 'knows 85 % of it', row: knower },
  ];
  return (
    <Section
      id={errorRatesId}
      title="How often this test is wrong"
      lead={`Calculated by letting ${tests.toLocaleString('en')} simulated learners of each kind take it${provisional ? ', with difficulties still estimated from the author’s labels' : ''}.`}
    >
      <Table caption="Verdicts by how much somebody knows" quiet className="max-w-[46rem]">
        <thead>
          <tr>
            <th scope="col">Someone who</th>
            <th scope="col" className="num">
              Strong
            </th>
            <th scope="col" className="num">
              Not yet
            </th>
            <th scope="col" className="num">
              Can’t tell
            </th>
            <th scope="col" className="num">
              Questions
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ who, row }) => (
            <Row key={who} who={who} row={row} tests={tests} />
          ))}
        </tbody>
      </Table>
      <p className="mt-4 max-w-measure text-sm text-ink-soft">
        The one who guesses is the best of all bots that we tried on these questions: {guesser.bot}.{' '}
        {retakeRule} The <Link href="/help/student/the-test">handbook</Link> explains the verdicts.
      </p>
    </Section>
  );
}

function Row({ who, row, tests }: { who: string; row: CardRow; tests: number }) {
  const { strong, notYet, unsure, meanLength } = row;
  return (
    <tr>
      <th scope="row">{who}</th>
      {[strong, notYet, unsure].map((share, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the three columns keep their places
        <td key={index} className="num whitespace-nowrap">
          {shareText(share, tests)}
        </td>
      ))}
      <td className="num">{meanLength.toFixed(1)}</td>
    </tr>
  );
}
