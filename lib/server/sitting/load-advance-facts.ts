import type { Tx } from '#db/client.ts';
import { listReviews } from '#db/reviews.ts';
import type { TestFacts } from '#lib/mastery/sitting-test.ts';
import type { EndFacts } from '#lib/progress/end-sitting.ts';
import { loadTestFacts } from '#lib/server/mastery/test-facts.ts';
import { peopleStandings, standingId } from '#lib/server/progress/people-standings.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';

/** What the end of a sitting depends on, as it is stored. */
export interface StoredFacts extends Omit<EndFacts, 'test'> {
  /** Null for a challenge. */
  readonly test: TestFacts | null;
}

/** Loads them for a sitting that ends without an answer. */
export async function loadEndFacts(tx: Tx, context: ActivityContext, sitting: Sitting): Promise<StoredFacts> {
  const { userId, lesson } = context;
  const isAtEnd = context.delivery.feedback === 'at-end';
  const reviews = isAtEnd ? await listReviews(tx, userId) : [];
  const own = { reviews: reviews.filter(({ lessonId }) => lessonId === lesson.id), standing: null };
  if (context.kind.mode !== 'test') return { ...own, test: null };
  const standing = (await peopleStandings(tx, [userId])).get(standingId(userId, lesson.id))?.standing ?? null;
  return { ...own, standing, test: await loadTestFacts(tx, lesson, sitting) };
}
