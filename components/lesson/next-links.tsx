import { ButtonLink } from '#components/ui/button.tsx';
import type { FormAction } from '#lib/form-state.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { NextFacts, Recommendation } from '#lib/progress/recommend-next.ts';
import { RetryMissed } from './retry-missed.tsx';

export interface NextLinksProps {
  recommendation: Recommendation | null;
  facts: Pick<NextFacts, 'unfinished' | 'test'> | null;
  /** Starts a round of the missed questions; null when there are none. */
  missed: FormAction<unknown, string> | null;
  activity: { readonly lesson: string; readonly activity: string };
}

/** The recommendation with its reason, and the other links. */
export function NextLinks({ recommendation, facts, missed, activity }: NextLinksProps) {
  const first = recommendation?.to ?? null;
  const others = [facts?.unfinished, facts?.test].flatMap((link) =>
    link && link.href !== first?.href ? [link] : [],
  );
  return (
    <div className="mt-4">
      <div className="flex flex-wrap items-center gap-3">
        {missed ? (
          <RetryMissed
            action={missed}
            activity={activity}
            isRecommended={recommendation?.rule === 'retry-missed'}
          />
        ) : null}
        {first ? <NextLink link={first} isRecommended /> : null}
        {others.map((link) => (
          <NextLink key={link.href} link={link} isRecommended={recommendation === null} />
        ))}
      </div>
      {recommendation ? <p className="mt-3 max-w-measure text-ink-soft">{recommendation.reason}</p> : null}
    </div>
  );
}

function NextLink({ link: { href, title }, isRecommended }: { link: PageLink; isRecommended: boolean }) {
  return (
    <ButtonLink
      href={href}
      kind={isRecommended ? 'primary' : 'quiet'}
      icon="arrow-right"
      after
      className={`max-sm:w-full ${isRecommended ? '-order-1' : ''}`}
    >
      {isRecommended ? `Next: ${title}` : title}
    </ButtonLink>
  );
}
