import { itemType } from '#lib/item/registry.ts';
import { share } from '#lib/progress/lesson-progress.ts';
import type { StepFacts, Way } from '#lib/progress/next-step.ts';
import { localDay, shownStreak, streakOf } from '#lib/progress/streak.ts';
import { type Look, lookOf } from '#lib/sitting/look-back.ts';
import { type ComingBack, comingBack } from './coming-back.ts';
import type { ActivitySummary, LessonSummary } from './lesson-page.ts';
import { type MyLesson, myActivity, myLesson } from './my-activity.ts';
import { requestTime } from './request-time.ts';
import { currentUser } from './session.ts';
import { world } from './world.ts';

/** What stands at the foot of an activity. */
export interface MyEnd {
  /** Null for visitors. */
  readonly mine: MyLesson | null;
  /** The questions of this round; empty for a challenge or test, which look back themselves. */
  readonly looks: readonly (Look & { readonly freeHints: boolean })[];
  readonly streakDays: number;
  readonly reviews: ComingBack;
  readonly facts: Omit<StepFacts, 'missed' | 'todo'>;
}

export async function myEnd(lesson: LessonSummary, activity: ActivitySummary): Promise<MyEnd> {
  const user = await currentUser();
  const mine = await myLesson(lesson.id);
  const facts = factsOf(lesson, activity, mine);
  const nothing = {
    mine,
    facts,
    looks: [],
    streakDays: 0,
    reviews: { about: {}, ids: [], next: null },
  };
  if (!user) return nothing;
  const round = await myActivity(lesson.id, activity.slug);
  const looks = [...(round?.items.values() ?? [])].map((item) => {
    const { freeHints } = itemType(item.type);
    return { ...lookOf(item, freeHints), freeHints };
  });
  const now = await requestTime();
  const today = localDay(now, user.timeZone);
  const moment = { at: now, timeZone: user.timeZone };
  return {
    ...nothing,
    looks,
    streakDays: shownStreak(streakOf(user), today, moment).days,
    reviews: await reviewsOf(user.id, lesson.id, looks, today),
  };
}

async function reviewsOf(
  userId: string,
  lessonId: string,
  looks: readonly Look[],
  today: string,
): Promise<ComingBack> {
  const { database, library } = await world();
  const itemIds = looks.map(({ id }) => id);
  return comingBack(database.db, await library(), { userId, lessonId, itemIds, today });
}

function factsOf(lesson: LessonSummary, activity: ActivitySummary, mine: MyLesson | null): MyEnd['facts'] {
  const at = lesson.activities.findIndex(({ slug }) => slug === activity.slug);
  const others = [...lesson.activities.slice(at + 1), ...lesson.activities.slice(0, Math.max(0, at))];
  const isOpen = ({ slug }: ActivitySummary) => {
    const progress = mine?.activities.get(slug);
    return !progress || share(progress) < 1;
  };
  const open = others.find(isOpen);
  const test: Way | null =
    lesson.hasTest && activity.slug !== 'test'
      ? { title: 'Test this concept', path: `${lesson.path}/test` }
      : null;
  return {
    open: open ? { title: open.title, path: open.path } : null,
    test,
    verdict: mine?.verdict ?? null,
    nextLesson: lesson.next,
  };
}
