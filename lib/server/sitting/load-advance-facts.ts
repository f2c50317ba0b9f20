import type { Tx } from '#db/client.ts';
import { listReviews } from '#db/reviews.ts';
import { listActivityStandings } from '#db/standings.ts';
import type { AdvanceFacts } from '#lib/progress/advance.ts';
import { loadTestFacts } from '#lib/server/mastery/test-facts.ts';
import { peopleStandings, standingId } from '#lib/server/progress/people-standings.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';

/** What follows without an answer depends on this; with one it is a part of the attempt. */
export async function loadAdvanceFacts(
  tx: Tx,
  context: ActivityContext,
  sitting: Sitting,
): Promise<AdvanceFacts> {
  const { userId, lesson } = context;
  const isAtEnd = context.delivery.feedback === 'at-end';
  const reviews = isAtEnd ? await listReviews(tx, userId) : [];
  const standings = lesson.badge?.rule === 'lesson' ? await listActivityStandings(tx, [userId]) : [];
  const own = {
    reviews: reviews.filter(({ lessonId }) => lessonId === lesson.id),
    standing: null,
    standings,
  };
  if (context.kind.mode !== 'test') return { ...own, test: null };
  const standing = (await peopleStandings(tx, [userId])).get(standingId(userId, lesson.id))?.standing ?? null;
  return { ...own, standing, test: await loadTestFacts(tx, lesson, sitting) };
}
