import { Link } from '#components/ui/link.tsx';
import type { TestResult } from '#lib/progress/sitting-view.ts';

export interface NextStepsProps {
  result: Pick<TestResult, 'outcome' | 'objectives' | 'recommendation' | 'nextReview' | 'mayContinue'>;
  /** How many tests may still be started today, in words; may be empty. */
  testsLeft: string;
}

/** What to do after a test, in order: read what was weak, what is recommended, and when to be asked again. */
export function NextSteps({ result, testsLeft }: NextStepsProps) {
  const { outcome, objectives, recommendation, nextReview, mayContinue } = result;
  const [passage] = objectives.flatMap(({ isWeak, read }) => (isWeak ? read : []));
  const to = recommendation?.to;
  const isFirst = !passage && !to && !nextReview;
  return (
    <section aria-labelledby="next-steps">
      <h3 id="next-steps" className="text-lg">
        Next
      </h3>
      <ol className="mt-2 list-decimal space-y-1.5 ps-6">
        {passage ? (
          <li>
            Read <Link href={passage.href}>{passage.title}</Link>.
          </li>
        ) : null}
        {to && to.href !== passage?.href ? (
          <li>
            <Link href={to.href}>{to.title}</Link>. {recommendation.reason}
          </li>
        ) : null}
        {nextReview ? <li>What was weak is due for review {nextReview}.</li> : null}
        {outcome === 'strong' ? null : (
          <li>
            {anotherTest(isFirst, mayContinue)}: it starts from zero and asks different questions where
            possible. {testsLeft}
          </li>
        )}
      </ol>
    </section>
  );
}

function anotherTest(isFirst: boolean, mayContinue: boolean): string {
  if (mayContinue)
    return `${isFirst ? 'Answer' : 'Then answer'} more questions within a day, or take another test`;
  return isFirst ? 'Take another test' : 'Then take another test';
}
