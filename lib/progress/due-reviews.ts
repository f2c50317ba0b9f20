import { activityKind, testKind } from '#lib/lesson/activities.ts';
import { type FoundItem, lessonPath } from '#lib/lesson/library.ts';

/** What of a lesson wants to be seen again, by the activity where it is answered. */
export interface DueLesson {
  readonly lessonId: string;
  readonly title: string;
  readonly count: number;
  readonly places: readonly DuePlace[];
}

export interface DuePlace {
  readonly activity: string;
  readonly title: string;
  readonly href: string;
  readonly count: number;
}

/** Groups due items by lesson and activity, in the order given; items that are no longer taught are left out. */
export function dueByLesson(
  itemIds: readonly string[],
  find: (itemId: string) => FoundItem | undefined,
): DueLesson[] {
  const lessons = new Map<string, DueLesson>();
  for (const { lesson, activity } of itemIds.flatMap((id) => find(id) ?? [])) {
    const before = lessons.get(lesson.id) ?? {
      lessonId: lesson.id,
      title: lesson.title,
      count: 0,
      places: [],
    };
    const kind = activityKind(activity) ?? testKind;
    const place = before.places.find((one) => one.activity === activity) ?? {
      activity,
      title: kind.title,
      href: lessonPath(lesson, activity),
      count: 0,
    };
    lessons.set(lesson.id, {
      ...before,
      count: before.count + 1,
      places: [...before.places.filter((one) => one !== place), { ...place, count: place.count + 1 }],
    });
  }
  return [...lessons.values()];
}
