import type { LessonStartLinksProps } from '#components/lesson/lesson-start-links.tsx';
import type { NearRailProps } from '#components/lesson/near-rail.tsx';
import type { PlaceOfferProps } from '#components/lesson/place-offer.tsx';
import { textAnchor } from '#components/lesson/text-anchor.ts';
import { lessonStart } from '#lib/progress/lesson-start.ts';
import type { LessonPage } from '#lib/server/content/lesson-page.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { testLength } from '#lib/server/mastery/test-length.ts';
import { myLesson } from '#lib/server/sitting/my-activity.ts';

/** The way through a lesson: its activities with the visitor's progress, and how to begin or continue. */
export interface LessonWay {
  readonly rail: Omit<NearRailProps, 'contents'>;
  readonly place: PlaceOfferProps;
  /** Only on the first page of the lesson. */
  readonly start: LessonStartLinksProps | null;
}

export async function lessonWay({ lesson, activity: here }: LessonPage): Promise<LessonWay> {
  const mine = await myLesson(lesson.id);
  const activities = lesson.activities.map(({ slug, path, title, minutes }) => ({
    slug,
    path,
    title,
    minutes,
    progress: mine?.activities.get(slug) ?? null,
  }));
  const { test, id, path, title, track, trackTitle } = lesson;
  const outcome = mine?.verdict ?? null;
  const start = lessonStart({ activities, outcome, hasTest: test !== null, isSignedIn: mine !== null });
  const next = activities.find(({ slug }) => slug === start.next?.slug);
  const isFirst = here.slug === 'introduction';
  const user = await currentUser();
  return {
    rail: {
      lesson: { id, path, title, track, trackTitle },
      activities: activities.map(({ path: _, ...activity }) => activity),
      test: test && start.test && { ...start.test, path: test.path, questions: await testLength(test.items) },
      current: here.slug,
    },
    place: { name: `${user?.id ?? ''}/${id}/${here.slug}` },
    start: isFirst
      ? {
          start,
          nextHref: next && next.slug !== here.slug ? next.path : `#${textAnchor}`,
          testHref: test?.path ?? '',
        }
      : null,
  };
}
