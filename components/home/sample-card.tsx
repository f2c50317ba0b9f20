import type { ReactNode } from 'react';
import { VerdictBand, type VerdictBandProps } from '#components/shell/verdict-band.tsx';
import { VerdictKey } from '#components/sitting/verdict-key.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';

export interface SampleCardProps {
  lesson: PageLink;
  /** The activity with more such questions. */
  more: PageLink;
  /** What the answer says, with how many more questions would settle it; null before the answer. */
  verdict: (VerdictBandProps & { readonly more: number }) | null;
  /** The question takes no further answer, so nothing else on the page is as important as the next ones. */
  isSettled: boolean;
  /** How to keep the answer; null before it. */
  keep: ReactNode;
  /** The form of the question. */
  children: ReactNode;
}

/** One real question that anybody can answer, and what its answer says. */
export function SampleCard({ lesson, more, verdict, isSettled, keep, children }: SampleCardProps) {
  return (
    <section aria-labelledby="try-one" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 text-sm text-ink-soft">
        <h2 id="try-one" className="text-sm font-normal tracking-normal">
          Try one, no account needed
        </h2>
        <span>
          from <Link href={lesson.href}>{lesson.title}</Link>
        </span>
      </div>
      {children}
      {verdict ? (
        <div className="mt-6 border-t-2 border-ink pt-5">
          <h2 className="mb-3 text-lg">What one answer says</h2>
          <VerdictBand {...verdict} />
          <VerdictKey outcome={verdict.outcome} />
          <p className="mt-3 max-w-measure text-ink-soft">
            {verdict.outcome === 'unsure' ? 'One answer settles nothing, so we do not say more. ' : null}
            It takes about {Math.ceil(verdict.more)} more, and the test of this lesson still says so when it
            cannot tell.
          </p>
          <ButtonLink
            href={more.href}
            kind={isSettled ? 'primary' : 'quiet'}
            className="mt-4"
            icon="arrow-right"
            after
          >
            Answer more
          </ButtonLink>
          {keep}
        </div>
      ) : null}
    </section>
  );
}
