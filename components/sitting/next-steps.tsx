import { Link } from '#components/ui/link.tsx';
import type { TestResult } from '#lib/progress/sitting-view.ts';

export interface NextStepsProps {
  result: Pick<TestResult, 'steps' | 'nextReview' | 'mayContinue'>;
  /** How many tests may still be started today, in words; may be empty. */
  testsLeft: string;
}

/**
 * What to do after a test, in order: after one that is not strong read what was weak, practise exactly that, review it, and
 * the day of another test, whose button stands beside the verdict.
 */
export function NextSteps({ result: { steps, nextReview, mayContinue }, testsLeft }: NextStepsProps) {
  const isTest = ({ to }: TestResult['steps'][number]) => to?.activity?.slug === 'test';
  return (
    <section aria-labelledby="next-steps">
      <h3 id="next-steps" className="text-lg">
        Next
      </h3>
      <ol className="mt-2 list-decimal space-y-1.5 ps-6">
        {steps.map((step) =>
          step.to && !isTest(step) ? (
            <li key={step.rule}>
              <Link href={step.to.href}>{step.to.title}</Link>. {step.reason}
            </li>
          ) : null,
        )}
        {nextReview ? <li>What was weak is due for review {nextReview}.</li> : null}
        {steps.filter(isTest).map(({ rule, reason }) => (
          <li key={rule}>
            {reason}{' '}
            {mayContinue && rule !== 'settle-doubt'
              ? 'Within a day you may answer more questions of this one instead. '
              : null}
            {testsLeft}
          </li>
        ))}
      </ol>
    </section>
  );
}
