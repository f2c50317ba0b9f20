import { createHash } from 'node:crypto';
import { z } from 'zod';
import { insertClassroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import { joinCodeFrom } from '#lib/access/join-code.ts';
import { mayCreateClassroom } from '#lib/access/may-create-classroom.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { nameSchema } from '#lib/access/user-name.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';

export const ClassroomForm = z.object({
  name: one(nameSchema('Give the class a name, such as 8b.')),
});

const maxTries = 5;

/** Creates a class with its own join code; the user becomes its teacher. */
export async function createClassroom(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  { name }: { readonly name: string },
): Promise<Result<{ classroomId: string }, 'not-allowed'>> {
  if (!mayCreateClassroom(user)) return refuse('not-allowed');
  const id = world.newId();
  const createdAt = world.now();
  await world.database.transaction(async (tx) => {
    for (let tries = 0; tries < maxTries; tries += 1) {
      if (await insertClassroom(tx, { id, name, joinCode: joinCodeFrom(randomBytes(world)), createdAt })) {
        await addMembership(tx, { classroomId: id, userId: user.id, role: 'teacher', joinedAt: createdAt });
        return;
      }
    }
    throw new Error(`${maxTries} join codes in a row were taken`);
  });
  return ok({ classroomId: id });
}

/** 32 random bytes, derived from a new id (122 random bits) so that tests can repeat them. */
function randomBytes(world: World): Uint8Array {
  return createHash('sha256').update(`${world.secret}/${world.newId()}`).digest();
}
