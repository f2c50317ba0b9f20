import type { Recommendation } from './recommend-next.ts';

/** A recommendation as every page shows it: the text of its link, and its reason. */
export interface RecommendationWords {
  /** Null when it leads to no other page. */
  readonly link: string | null;
  readonly reason: string;
}

/** The same words on the page for today, at the end of an activity and on the map of a track. */
export function recommendationWords({ rule, to, reason }: Recommendation): RecommendationWords {
  if (to === null) return { link: null, reason };
  return { link: `${rule === 'continue' ? 'Continue' : 'Next'}: ${to.title}`, reason };
}
