import { z } from 'zod';
import type { Db, Tx } from '#db/client.ts';
import { listReviewsUntil } from '#db/reviews.ts';
import { openServing } from '#db/servings.ts';
import { closeSitting } from '#db/sittings.ts';
import { listItemStandings, lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { chance } from '#lib/chance/chance.ts';
import { groupBy } from '#lib/classroom/group-by.ts';
import type { Item } from '#lib/item/registry.ts';
import { usualTimeMs } from '#lib/item/usual-time.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { Library } from '#lib/lesson/library.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { taughtReviews } from '#lib/review/due-reviews.ts';
import { hasRoomFor } from '#lib/review/review-length.ts';
import { chooseReviewItem, type LessonHistory } from '#lib/review/sibling.ts';
import { practisedItems } from '#lib/server/mastery/practised-items.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { heldBackItems } from '#lib/server/sitting/select-items.ts';
import { storeSitting } from '#lib/server/sitting/store-sitting.ts';
import type { World } from '#lib/server/world.ts';
import { dueSlug } from '#lib/sitting/drill.ts';
import { newSitting } from '#lib/sitting/new-sitting.ts';
import { dueSession, nextStep } from './due-session.ts';

/** For forms without fields. */
export const NoFields = z.object({});

/**
 * Starts five minutes of review: chooses a sibling item for each due subject, the likeliest forgotten first, and stores a
 * sitting for each of their lessons, so that subjects due later do not change the questions.
 */
export async function startReview(
  world: World,
  user: Pick<SessionUser, 'id' | 'timeZone'>,
): Promise<Result<null, 'nothing-due'>> {
  const library = await world.library();
  const now = world.now();
  return world.database.transaction(async (tx) => {
    await lockPerson(tx, user.id);
    const chosen = await chooseItems(tx, { world, library, user, now });
    if (chosen.length === 0) return refuse('nothing-due');
    await closeOpen(tx, user.id, library, now);
    for (const [lessonId, entries] of groupBy(chosen, ({ lesson }) => lesson.id)) {
      const name = { lesson: lessonId, activity: dueSlug };
      const context = await findActivityContext(tx, world, { userId: user.id, name, now });
      if (!context) throw new Error(`There is no review of ${lessonId}`);
      const items = entries.map(({ item }) => item);
      const more = { scope: 'drawn' } as const;
      await storeSitting(tx, context, newSitting(context, { id: world.newId(), items, now, more }));
    }
    await openStep(tx, user.id, library, now);
    return ok(null);
  });
}

/** Opens the next question and starts its time; after the last question, ends the review. */
export async function continueReview(
  world: World,
  user: Pick<SessionUser, 'id'>,
): Promise<Result<null, never>> {
  const library = await world.library();
  const now = world.now();
  return world.database.transaction(async (tx) => {
    await lockPerson(tx, user.id);
    if (!(await openStep(tx, user.id, library, now))) await closeOpen(tx, user.id, library, now);
    return ok(null);
  });
}

async function openStep(tx: Tx, userId: string, library: Library, now: Date): Promise<boolean> {
  const session = await dueSession(tx, userId, library, now);
  const next = session?.isOpen ? nextStep(session) : undefined;
  if (!next) return false;
  await openServing(tx, {
    sittingId: next.sitting.id,
    itemId: next.item.id,
    openedAt: now,
    deadlineAt: null,
  });
  return true;
}

async function closeOpen(tx: Tx, userId: string, library: Library, now: Date): Promise<void> {
  const session = await dueSession(tx, userId, library, now);
  for (const { id } of session?.sittings ?? []) await closeSitting(tx, id, now);
}

async function chooseItems(
  db: Db,
  {
    world,
    library,
    user,
    now,
  }: {
    readonly world: World;
    readonly library: Library;
    readonly user: Pick<SessionUser, 'id' | 'timeZone'>;
    readonly now: Date;
  },
): Promise<{ lesson: Lesson; item: Item }[]> {
  const rows = await listReviewsUntil(db, user.id, localDay(now, user.timeZone));
  const due = taughtReviews(rows, (id) => library.lessonById(id), now);
  const answeredByLesson = new Map<string, LessonHistory>();
  const random = chance(world.newId());
  const chosen: { lesson: Lesson; item: Item }[] = [];
  for (const { review, lesson } of due) {
    const answered = answeredByLesson.get(lesson.id) ?? (await answeredIn(db, user.id, lesson, now));
    const item = chooseReviewItem(review, lesson, answered, random);
    if (!item) continue;
    const timesMs = chosen.map((one) => usualTimeMs(one.item));
    if (!hasRoomFor(timesMs, usualTimeMs(item))) break;
    chosen.push({ lesson, item });
    const practised = new Set([...answered.practised, item.id]);
    answeredByLesson.set(lesson.id, { ...answered, practised });
  }
  return chosen;
}

async function answeredIn(db: Db, userId: string, lesson: Lesson, now: Date): Promise<LessonHistory> {
  const learner = { userId, lesson };
  const standings = await listItemStandings(db, userId, lesson.id);
  return {
    answeredAt: new Map(standings.map(({ itemId, lastAt }) => [itemId, lastAt])),
    excluded: await heldBackItems(db, learner),
    practised: (await practisedItems(db, learner, now)).practised,
  };
}
