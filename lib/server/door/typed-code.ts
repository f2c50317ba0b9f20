import { type Classroom, findClassroomByCode } from '#db/classrooms.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { countAttempt, counterId, forgiveAttempt } from './throttle.ts';

/**
 * Wrong codes of a signed-in user or an address. A code is one of 8·10¹¹, so the wait need not be long to keep guessers
 * out, and stays short because classmates share an address.
 */
const wrongCodes = { free: 300, longestMs: 10_000 } as const;

/** The class of a typed code. Only wrong codes count, so that a whole school can join from one address. */
export async function findClassroomByTypedCode(
  world: World,
  code: string,
  sender: string,
): Promise<Result<Classroom, 'unknown-code' | 'too-many'>> {
  const limit = { counterId: counterId(world, 'code', sender), ...wrongCodes };
  const counted = await countAttempt(world, limit);
  if (!counted.ok) return counted;
  const classroom = await findClassroomByCode(world.database.db, code);
  if (!classroom) return refuse('unknown-code');
  await forgiveAttempt(world, limit);
  return ok(classroom);
}
