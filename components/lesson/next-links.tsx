import type { ReactNode } from 'react';
import { ButtonLink } from '#components/ui/button.tsx';
import type { FormAction } from '#lib/form-state.ts';
import type { NextFacts } from '#lib/progress/next-facts.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import { recommendationWords } from '#lib/progress/recommendation-words.ts';
import { RetryMissed } from './retry-missed.tsx';

export interface NextLinksProps {
  recommendation: Recommendation | null;
  facts: Pick<NextFacts, 'unfinished' | 'test'> | null;
  /** Starts a round of the missed questions; null when there are none. */
  missed: FormAction<unknown, string> | null;
  activity: { readonly lesson: string; readonly activity: string };
  /** The page has a louder button of its own, such as the start of its challenge. */
  isQuiet: boolean;
}

/** The recommendation with its reason, and the other links. */
export function NextLinks({ recommendation, facts, missed, activity, isQuiet }: NextLinksProps) {
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
        {recommendation && first ? (
          <NextLink href={first.href} isRecommended isQuiet={isQuiet}>
            {recommendationWords(recommendation).link}
          </NextLink>
        ) : null}
        {others.map((link) => (
          <NextLink
            key={link.href}
            href={link.href}
            isRecommended={recommendation === null}
            isQuiet={isQuiet}
          >
            {link.title}
          </NextLink>
        ))}
      </div>
      {recommendation ? <p className="mt-3 max-w-measure text-ink-soft">{recommendation.reason}</p> : null}
    </div>
  );
}

interface NextLinkProps {
  href: string;
  isRecommended: boolean;
  isQuiet: boolean;
  children: ReactNode;
}

function NextLink({ href, isRecommended, isQuiet, children }: NextLinkProps) {
  return (
    <ButtonLink
      href={href}
      kind={isRecommended && !isQuiet ? 'primary' : 'quiet'}
      icon="arrow-right"
      after
      className={`max-sm:w-full ${isRecommended ? '-order-1' : ''}`}
    >
      {children}
    </ButtonLink>
  );
}
