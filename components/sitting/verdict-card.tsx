import type { ReactNode } from 'react';
import { VerdictBand } from '#components/shell/verdict-band.tsx';
import { Link } from '#components/ui/link.tsx';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { outcomeLabels, type TestVerdict } from '#lib/mastery/verdict.ts';
import type { TestResult } from '#lib/progress/sitting-view.ts';
import { errorRatesId } from './error-rates.tsx';
import { NextSteps } from './next-steps.tsx';
import { ObjectiveBars } from './objective-bars.tsx';
import { VerdictKey } from './verdict-key.tsx';
import { moreWords, verdictWords } from './verdict-words.ts';

export interface VerdictCardProps {
  result: TestResult;
  /** The buttons of the next steps. */
  children: ReactNode;
  /** How many tests may still be started today, in words; may be empty. */
  testsLeft: string;
}

const colours = {
  strong: 'text-right',
  'not-yet': 'text-wrong',
  unsure: 'text-unsure',
} as const satisfies Record<TestVerdict['outcome'], string>;

/** The verdict with its doubt, its objectives, and what to do next. */
export function VerdictCard({ result, children, testsLeft }: VerdictCardProps) {
  const { outcome, asked, day, minutes, provisional } = result;
  return (
    <section
      aria-labelledby="result"
      className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]"
    >
      <div>
        <p className="text-ink-soft tabular-nums">
          {day} · {asked} questions{minutes === null ? '' : ` · ${minutes} min`}
        </p>
        <h2 id="result" className={`mt-1 text-3xl ${colours[outcome]}`}>
          {outcomeLabels[outcome]}
        </h2>
        <p className="mt-2 mb-6 max-w-measure text-lg">
          {verdictWords(result)} <More result={result} />
        </p>
        <VerdictBand {...result} cut={standardRule.cut} />
        <VerdictKey outcome={outcome} />
        <p className="mt-3 text-ink-soft">
          How often we are wrong: <Link href={`#${errorRatesId}`}>error rates</Link>.
        </p>
        {provisional ? <Provisional /> : null}
        <div className="mt-7">{children}</div>
      </div>
      <div className="space-y-10">
        <ObjectiveBars objectives={result.objectives} />
        <NextSteps result={result} testsLeft={testsLeft} />
      </div>
    </section>
  );
}

function More({ result: { more, mayContinue } }: { result: TestResult }) {
  if (more === null) return null;
  return (
    <>
      <b className="font-semibold">{moreWords(more)}</b>{' '}
      {mayContinue
        ? 'You may answer more now, and these answers still count.'
        : 'A new test starts from zero and counts only its own answers.'}
    </>
  );
}

function Provisional() {
  return (
    <p className="mt-4 max-w-measure text-sm text-ink-soft">
      <b>Provisional.</b> Too few people have answered some of these questions to know how hard they are, so
      the author’s difficulty labels are used instead.
    </p>
  );
}
