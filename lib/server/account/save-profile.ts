import { z } from 'zod';
import { lockPerson } from '#db/standings.ts';
import { setProfile } from '#db/users.ts';
import { clockFactors } from '#lib/access/clock.ts';
import { canonicalTimeZone, isTimeZone } from '#lib/access/time-zone.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { DisplayName } from '#lib/access/user-name.ts';
import { ok, type Result } from '#lib/result.ts';
import { lengthenClocks } from '#lib/server/clock/lengthen-clocks.ts';
import { one, ticked } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';

export const ProfileForm = z.object({
  displayName: one(DisplayName),
  onBoard: ticked,
  boardName: one(
    z.union([
      z
        .string()
        .regex(/^\s*$/)
        .transform(() => null),
      DisplayName,
    ]),
  ).default(null),
  hidesPoints: ticked,
  hidesStreak: ticked,
  hidesBadges: ticked,
  hidesBoard: ticked,
  clockFactor: one(z.enum(clockFactors.map(String), 'Choose one of the settings.').transform(Number)),
  timeZone: one(
    z
      .string()
      .refine(isTimeZone, 'Choose a time zone from the list.')
      .transform((zone) => canonicalTimeZone(zone) ?? zone),
  ),
});

/** Saves a user's name, privacy, time zone and clock settings. A running clock is lengthened, never shortened. */
export async function saveProfile(
  world: World,
  user: Pick<SessionUser, 'id'>,
  fields: z.output<typeof ProfileForm>,
): Promise<Result<null, never>> {
  await world.database.transaction(async (tx) => {
    const person = await lockPerson(tx, user.id);
    await setProfile(tx, user.id, fields);
    if (person) await lengthenClocks(tx, world, { ...person, clockFactor: fields.clockFactor });
  });
  return ok(null);
}
