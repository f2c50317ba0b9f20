import { listBadgesOf } from '#db/badges.ts';
import type { Db } from '#db/client.ts';
import { findRecords } from '#db/records.ts';
import { listActivityStandings, listAllItemStandings } from '#db/standings.ts';
import { listVerdicts } from '#db/verdicts.ts';
import { lessonProgress } from '#lib/progress/lesson-progress.ts';
import type { RegradePlan } from './plan-regrade.ts';

/** Who would get the badge of the lesson if the plan were carried out, by the rules of `followInBadges`. */
export async function expectedBadges(db: Db, plan: RegradePlan): Promise<string[]> {
  const { badge } = plan.found.lesson;
  if (!badge) return [];
  const people = [...new Set(plan.changed.map(({ answer }) => answer.userId))].toSorted();
  const holders = new Set(
    (await listBadgesOf(db, people))
      .filter(({ badgeId }) => badgeId === badge.id)
      .map(({ userId }) => userId),
  );
  const expected: string[] = [];
  for (const userId of people.filter((id) => !holders.has(id)))
    if (await rules[badge.rule](db, plan, userId)) expected.push(userId);
  return expected;
}

type Rule = (db: Db, plan: RegradePlan, userId: string) => Promise<boolean>;

const rules: Record<'test' | 'challenge' | 'lesson', Rule> = {
  test: async (db, { found: { lesson }, moving }, userId) => {
    const after = new Map(moving.map(({ verdict, after: { outcome } }) => [verdict.sittingId, outcome]));
    const verdicts = await listVerdicts(db, userId, lesson.id);
    return verdicts.some(({ sittingId, outcome }) => (after.get(sittingId) ?? outcome) === 'strong');
  },
  /** Only a challenge in which an answer becomes right can become whole. */
  challenge: async (db, { found: { item }, changed }, userId) => {
    const right = changed.filter(
      ({ answer, grade }) => answer.userId === userId && grade.verdict === 'right',
    );
    for (const sittingId of new Set(right.map(({ answer }) => answer.sittingId))) {
      const { sitting, records } = (await findRecords(db, sittingId)) ?? {};
      const isOfLesson = sitting?.activity === 'challenge' && sitting.closedAt && sitting.scope !== 'missed';
      if (isOfLesson && sitting.itemIds.every((id) => id === item.id || records?.get(id)?.serving.solved))
        return true;
    }
    return false;
  },
  lesson: async (db, { found: { item, lesson, activity }, changed }, userId) => {
    const solvesNow = changed.some(
      ({ answer, grade }) => answer.userId === userId && grade.verdict === 'right',
    );
    const wasSolved = (await listAllItemStandings(db, userId)).some(
      ({ itemId, solved }) => itemId === item.id && solved,
    );
    const standings = (await listActivityStandings(db, [userId])).map((row) =>
      row.lessonId === lesson.id && row.activity === activity && solvesNow && !wasSolved
        ? { ...row, solved: row.solved + 1 }
        : row,
    );
    const { done, total } = lessonProgress(lesson, standings);
    return done >= total;
  },
};
