import type { Db } from '#db/client.ts';
import { listMembershipsOf, listStudents } from '#db/memberships.ts';
import { changedRanks } from '#lib/progress/board.ts';
import type { AnswersRegraded } from '#lib/progress/regrade/regrade-answers.ts';
import { expectedBadges } from './expected-badges.ts';
import type { MovedVerdict } from './moved-verdict.ts';
import type { RegradePlan } from './plan-regrade.ts';

/** What grading an item again moves. */
export interface RegradeMoves extends Omit<AnswersRegraded, 'changed'> {
  readonly becomeRight: number;
  readonly becomeWrong: number;
  /** Neither becomes right nor wrong, but scores or pays otherwise. */
  readonly otherwise: number;
  /** Points of all people together, with their sign. */
  readonly points: number;
  readonly verdicts: readonly MovedVerdict[];
  /** Who gets the badge of the lesson. */
  readonly badges: readonly string[];
  /** Students whose rank on the leaderboard of one of their classes moves. */
  readonly ranks: readonly string[];
}

export async function regradeMoves(db: Db, plan: RegradePlan): Promise<RegradeMoves> {
  const { answers, people, changed, ungradable, mustRun, moving } = plan;
  const count = (is: (change: AnswersRegraded['changed'][number]) => boolean) => changed.filter(is).length;
  const becomeRight = count(({ answer, grade }) => grade.verdict === 'right' && answer.verdict !== 'right');
  const becomeWrong = count(({ answer, grade }) => grade.verdict !== 'right' && answer.verdict === 'right');
  const gained = new Map<string, number>();
  for (const { answer, grade } of changed)
    gained.set(answer.userId, (gained.get(answer.userId) ?? 0) + grade.points - answer.points);
  return {
    ...{ answers, people, ungradable, mustRun, becomeRight, becomeWrong },
    otherwise: changed.length - becomeRight - becomeWrong,
    points: [...gained.values()].reduce((sum, points) => sum + points, 0),
    verdicts: moving.flatMap(({ verdict: { userId, lessonId, outcome: from }, after: { outcome: to } }) =>
      from === to ? [] : [{ userId, lessonId, from, to }],
    ),
    badges: await expectedBadges(db, plan),
    ranks: await movedRanks(db, gained),
  };
}

async function movedRanks(db: Db, gained: ReadonlyMap<string, number>): Promise<string[]> {
  const people = [...gained].flatMap(([userId, points]) => (points === 0 ? [] : [userId]));
  const classes = new Set<string>();
  for (const userId of people)
    for (const { classroomId, role } of await listMembershipsOf(db, userId))
      if (role === 'student') classes.add(classroomId);
  const moved = new Set<string>();
  for (const classroomId of classes) {
    const shown = (await listStudents(db, classroomId)).filter(({ onBoard }) => onBoard);
    const board = shown.map(({ id: userId, xp }) => ({ userId, points: xp }));
    for (const userId of changedRanks(board, gained)) moved.add(userId);
  }
  return [...moved].toSorted();
}
