import { Disclosure } from '#components/ui/disclosure.tsx';
import { dayInWords } from '#lib/calendar/time-in-words.ts';
import { type Outcome, outcomeLabels } from '#lib/mastery/verdict.ts';
import { drawnBand } from '#lib/mastery/verdict-band.ts';
import { BandLine } from './band-line.tsx';

export interface PastVerdict {
  readonly at: Date;
  readonly outcome: Outcome;
  /** The ends of the band of the share known, 0..1. */
  readonly low: number;
  readonly high: number;
}

export interface EarlierTestsProps {
  /** Newest first. */
  tests: readonly PastVerdict[];
  /** The threshold for strong, 0..1. */
  cut: number;
  timeZone: string;
}

const colours: Record<Outcome, string> = {
  strong: 'text-right',
  'not-yet': 'text-wrong',
  unsure: 'text-unsure',
};

const shown = 3;

/** The tests of a lesson before the newest: each a band on the same axis; those of longer ago are folded. */
export function EarlierTests({ tests, cut, timeZone }: EarlierTestsProps) {
  if (tests.length === 0) return null;
  const older = tests.slice(shown);
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h4 className="text-sm font-semibold">Earlier tests, newest first</h4>
      <Rows tests={tests.slice(0, shown)} cut={cut} timeZone={timeZone} />
      {older.length > 0 ? (
        <Disclosure summary={`${older.length} before that`} className="text-sm">
          <Rows tests={older} cut={cut} timeZone={timeZone} />
        </Disclosure>
      ) : null}
    </div>
  );
}

function Rows({ tests, cut, timeZone }: EarlierTestsProps) {
  return (
    <ol className="list-none p-0">
      {tests.map(({ at, outcome, low, high }) => {
        const band = drawnBand({ outcome, low, high }, cut);
        return (
          <li key={at.toISOString()} className="mt-2">
            <BandLine band={band} cut={cut} className={colours[outcome]} />
            <p className="text-sm text-ink-soft tabular-nums">
              <span className={`font-semibold ${colours[outcome]}`}>{outcomeLabels[outcome]}</span>,{' '}
              {dayInWords(at, timeZone)}: {band.lowText} to {band.highText} known
            </p>
          </li>
        );
      })}
    </ol>
  );
}
