import type { Db } from '#db/client.ts';
import { findRecords } from '#db/records.ts';
import { listNewestSittings } from '#db/sittings.ts';
import type { Item } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { isStale } from '#lib/server/sitting/find-activity-context.ts';
import { heldBackItems } from '#lib/server/sitting/select-items.ts';
import type { ItemRecord, ItemRecords } from '#lib/sitting/activity-context.ts';
import { dueSlug } from '#lib/sitting/drill.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';

/** A user's newest review session: one sitting for each lesson, all started together, with one open question at a time. */
export interface DueSession {
  readonly sittings: readonly Sitting[];
  readonly steps: readonly DueStep[];
  /** Started, and neither ended nor stale. */
  readonly isOpen: boolean;
}

export interface DueStep {
  readonly sitting: Sitting;
  readonly lesson: Lesson;
  readonly item: Item;
  /** Undefined until the question is opened. */
  readonly record: ItemRecord | undefined;
}

/** More lessons than one review can include. */
const maxLessons = 8;

/** The user's newest review session; null before the first one. */
export async function dueSession(
  db: Db,
  userId: string,
  library: Library,
  now: Date,
): Promise<DueSession | null> {
  const newest = await listNewestSittings(db, userId, dueSlug, maxLessons);
  const startedAtMs = newest[0]?.startedAt.getTime();
  const sittings = newest.filter(({ startedAt }) => startedAt.getTime() === startedAtMs);
  if (sittings.length === 0) return null;
  const steps: DueStep[] = [];
  for (const lesson of library.lessons()) {
    const sitting = sittings.find(({ lessonId }) => lessonId === lesson.id);
    if (sitting) steps.push(...(await stepsOf(db, sitting, lesson)));
  }
  return { sittings, steps, isOpen: sittings.some((one) => one.closedAt === null && !isStale(one, now)) };
}

/** The questions of a sitting, without those that the lesson no longer has or that an open test asks. */
async function stepsOf(db: Db, sitting: Sitting, lesson: Lesson): Promise<DueStep[]> {
  const records: ItemRecords | undefined = (await findRecords(db, sitting.id))?.records;
  const excluded = await heldBackItems(db, { userId: sitting.userId, lesson });
  const items = [...lesson.activities.flatMap((activity) => activity.items), ...lesson.pool];
  return sitting.itemIds.flatMap((id) => {
    const item = items.find((one) => one.id === id);
    return item && !excluded.has(id) ? [{ sitting, lesson, item, record: records?.get(id) }] : [];
  });
}

/** The open question: the last one that was opened. */
export const currentStep = ({ steps }: DueSession): DueStep | undefined =>
  steps.findLast(({ record }) => record !== undefined);

/** The first question not opened yet. */
export const nextStep = ({ steps }: DueSession): DueStep | undefined =>
  steps.find(({ record }) => record === undefined);
