import { type Classroom, findClassroomByCode } from '#db/classrooms.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { countAttempt, counterId } from './throttle.ts';

/** Wrong codes of a signed-in user or an address. The wait stays short because classmates share an address. */
const wrongCodes = { free: 300, longestMs: 10_000 } as const;

/**
 * The class of a typed code. Only wrong codes count and wait, so that nobody at a school's address keeps others from joining.
 * A code is one of 8·10¹¹: with 200 classes and a thousand guesses a second the first hit takes 46 days on average.
 */
export async function findClassroomByTypedCode(
  world: World,
  code: string,
  sender: string,
): Promise<Result<Classroom, 'unknown-code' | 'too-many'>> {
  const classroom = await findClassroomByCode(world.database.db, code);
  if (classroom) return ok(classroom);
  const counted = await countAttempt(world, { counterId: counterId(world, 'code', sender), ...wrongCodes });
  return counted.ok ? refuse('unknown-code') : counted;
}
