import { createHash } from 'node:crypto';
import { z } from 'zod';
import { insertClassroom } from '#db/classrooms.ts';
import { addMembership } from '#db/memberships.ts';
import { joinCodeFrom } from '#lib/access/join-code.ts';
import { mayOpenClassroom } from '#lib/access/may-open-classroom.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';

export const ClassroomForm = z.object({
  name: one(
    z
      .string()
      .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
      .pipe(
        z
          .string()
          .min(1, 'Give the class a name, such as 8b.')
          .max(60, 'Use at most 60 characters.')
          .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'Leave out invisible characters.'),
      ),
  ),
});

const tries = 5;

/** A new class with a join code of its own; who opens it teaches it. */
export async function openClassroom(
  world: World,
  user: Pick<SessionUser, 'id' | 'role'>,
  { name }: { readonly name: string },
): Promise<Result<{ classroomId: string }, 'not-allowed'>> {
  if (!mayOpenClassroom(user)) return refuse('not-allowed');
  const id = world.newId();
  const createdAt = world.now();
  await world.database.transaction(async (tx) => {
    for (let tried = 0; tried < tries; tried += 1) {
      if (await insertClassroom(tx, { id, name, joinCode: joinCodeFrom(randomBytes(world)), createdAt })) {
        await addMembership(tx, { classroomId: id, userId: user.id, role: 'teacher', joinedAt: createdAt });
        return;
      }
    }
    throw new Error(`${tries} join codes in a row were taken`);
  });
  return ok({ classroomId: id });
}

/** Chance comes from the world's ids (122 random bits each), so that a test can repeat it. */
function randomBytes(world: World): Uint8Array {
  return createHash('sha256').update(`${world.secret}/${world.newId()}`).digest();
}
