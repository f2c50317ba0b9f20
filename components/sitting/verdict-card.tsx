import type { ReactNode } from 'react';
import { VerdictBand } from '#components/shell/verdict-band.tsx';
import { Link } from '#components/ui/link.tsx';
import { standardRule } from '#lib/mastery/test-rule.ts';
import type { TestVerdict } from '#lib/mastery/verdict.ts';
import type { TestResult, WeakObjective } from '#lib/progress/sitting-view.ts';

export interface VerdictCardProps {
  result: TestResult;
  /** Next steps. */
  children: ReactNode;
}

const titles = {
  strong: 'You know this',
  'not-yet': 'Not yet',
  unsure: 'We can’t tell yet',
} as const satisfies Record<TestVerdict['outcome'], string>;

/** The verdict with its uncertainty, what would settle it, weak objectives, and the next steps. */
export function VerdictCard({ result, children }: VerdictCardProps) {
  const { outcome, pStrong, low, high, right, asked, more, weak, provisional, mayContinue, nextReview } =
    result;
  return (
    <section aria-labelledby="result">
      <h2 id="result" className="text-2xl">
        {titles[outcome]}
      </h2>
      <p className="mt-2 mb-6 text-ink-soft tabular-nums">
        {right} of {asked} answers were right; some of that may be luck, and the band allows for it.
      </p>
      <VerdictBand {...{ outcome, pStrong, low, high, cut: standardRule.cut }} />
      {more === null ? null : (
        <p className="mt-4 max-w-measure">
          {asked} answers can still leave it open: about {more === 1 ? 'one more' : `${more} more`} would
          settle it.{' '}
          {mayContinue
            ? 'You may answer more questions now, and these answers still count; a new test starts from zero.'
            : 'A new test starts from zero and counts only its own answers.'}
        </p>
      )}
      {provisional ? (
        <p className="mt-4 max-w-measure text-sm text-ink-soft">
          <b>Provisional.</b> Too few people have answered some of these questions to know how hard they are,
          so the author’s difficulty labels are used instead.
        </p>
      ) : null}
      {weak.length > 0 ? <Weak objectives={weak} nextReview={nextReview} /> : null}
      <div className="mt-7">{children}</div>
    </section>
  );
}

function Weak({
  objectives,
  nextReview,
}: Pick<TestResult, 'nextReview'> & { objectives: readonly WeakObjective[] }) {
  return (
    <div className="mt-6 max-w-measure">
      <p className="font-semibold">Worth another look</p>
      <ul className="mt-1 list-['–\2002'] space-y-2 ps-5">
        {objectives.map(({ text, read }) => (
          <li key={text}>
            {text}
            {read.length > 0 ? <ReadAgain passages={read} /> : null}
          </li>
        ))}
      </ul>
      {nextReview ? (
        <p className="mt-2 text-ink-soft">
          {objectives.length === 1 ? 'It is due for review' : 'They are due for review, the first of them'}{' '}
          {nextReview}.
        </p>
      ) : null}
    </div>
  );
}

function ReadAgain({ passages }: { passages: WeakObjective['read'] }) {
  return (
    <p className="text-sm">
      <span className="text-ink-soft">Read again: </span>
      {passages.map(({ title, href }, index) => (
        <span key={href}>
          {index > 0 ? ', ' : null}
          <Link href={href}>{title}</Link>
        </span>
      ))}
    </p>
  );
}
