import { ButtonLink } from '#components/ui/button.tsx';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import { recommendationWords } from '#lib/progress/recommendation-words.ts';

/** The next step and its reason, in the words of every page. */
export function NextLine({ recommendation }: { recommendation: Recommendation }) {
  const { link, reason } = recommendationWords(recommendation);
  if (!recommendation.to) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 ps-1">
      <ButtonLink href={recommendation.to.href}>{link}</ButtonLink>
      <p className="min-w-0 grow basis-52 text-sm text-ink-soft">{reason}</p>
    </div>
  );
}
