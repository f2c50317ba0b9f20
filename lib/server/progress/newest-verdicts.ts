import type { VerdictWithoutReceipt } from '#db/verdicts.ts';
import { type Library, lessonPath } from '#lib/lesson/library.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';
import { type Recommendation, recommendNext } from '#lib/progress/recommend-next.ts';
import { type LearnerRecord, nextFacts } from '#lib/progress/recommendation-facts.ts';

export interface NewestVerdict {
  readonly lesson: PageLink;
  readonly outcome: Outcome;
  readonly pStrong: number;
  readonly low: number;
  readonly high: number;
  readonly at: Date;
  readonly recommendation: Recommendation | null;
}

/** The newest test of each lesson, newest first, with what to do next. */
export function newestVerdicts(
  library: Library,
  oldestFirst: readonly VerdictWithoutReceipt[],
  record: LearnerRecord,
): NewestVerdict[] {
  const newest = new Map(oldestFirst.map((verdict) => [verdict.lessonId, verdict]));
  return [...newest.values()]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .flatMap(({ lessonId, outcome, pStrong, low, high, at }) => {
      const lesson = library.lessonById(lessonId);
      if (!lesson) return [];
      const link = { title: lesson.title, href: lessonPath(lesson) };
      const recommendation = recommendNext(nextFacts(library.track(lesson.track), lesson, record));
      return [{ lesson: link, outcome, pStrong, low, high, at, recommendation }];
    });
}
