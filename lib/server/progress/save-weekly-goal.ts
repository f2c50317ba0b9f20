import { z } from 'zod';
import { setWeeklyGoal } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';

const goals = ['none', '1', '2', '3', '4', '5', '6', '7'] as const;

export const WeeklyGoalForm = z.object({
  goal: one(
    z.enum(goals, 'Choose one of the goals.').transform((goal) => (goal === 'none' ? null : Number(goal))),
  ),
});

/** Saves on how many days a week a learner wants to answer something. */
export async function saveWeeklyGoal(
  world: World,
  user: Pick<SessionUser, 'id'>,
  { goal }: z.output<typeof WeeklyGoalForm>,
): Promise<Result<null, never>> {
  await setWeeklyGoal(world.database.db, user.id, goal);
  return ok(null);
}
