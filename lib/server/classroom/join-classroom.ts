import { z } from 'zod';
import { addMembership } from '#db/memberships.ts';
import { canonicalJoinCode } from '#lib/access/join-code.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import { findClassroomByTypedCode } from '#lib/server/door/typed-code.ts';
import type { Visitor } from '#lib/server/door/visitor.ts';
import type { World } from '#lib/server/world.ts';

export const JoinForm = z.object({
  code: one(
    z.string().transform(canonicalJoinCode).pipe(z.string().min(1, 'Enter the code your teacher gave you.')),
  ),
});

export interface Joined {
  readonly classroomId: string;
  readonly name: string;
}

/** Adds the user to the class as a student; refused when the user is a member already. */
export async function joinClassroom(
  world: World,
  user: SessionUser,
  { code }: { readonly code: string },
): Promise<Result<Joined, 'unknown-code' | 'already-in' | 'too-many'>> {
  const found = await findClassroomByTypedCode(world, code, user.id);
  if (!found.ok) return found;
  const { id: classroomId, name } = found.value;
  const membership = { classroomId, userId: user.id, role: 'student', joinedAt: world.now() } as const;
  return (await addMembership(world.database.db, membership))
    ? ok({ classroomId, name })
    : refuse('already-in');
}

/** The class of a join code, for visitors who have no account yet. */
export async function checkJoinCode(
  world: World,
  { code }: { readonly code: string },
  visitor: Visitor,
): Promise<Result<Joined, 'unknown-code' | 'too-many'>> {
  const found = await findClassroomByTypedCode(world, code, visitor.address);
  return found.ok ? ok({ classroomId: found.value.id, name: found.value.name }) : found;
}
