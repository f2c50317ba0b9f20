import { insertUser, type User } from '#db/users.ts';
import type { Role } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { userNameFrom } from '#lib/access/user-name.ts';
import { newPerson } from '#lib/server/account/new-person.ts';
import { ProfileForm, saveProfile } from '#lib/server/account/save-profile.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { newSession, userOfSession } from '#lib/server/door/session-token.ts';
import type { World } from '#lib/server/world.ts';

export const demoUserName = (displayName: string): string =>
  userNameFrom(displayName.replaceAll(/['’]/g, ''));

/** Creates a person of the demo. The caller hashes the shared password once, because a hash takes 40 ms. */
export async function enrol(
  world: World,
  displayName: string,
  role: Role,
  passwordHash: string,
): Promise<User> {
  const userName = demoUserName(displayName);
  const user = await insertUser(
    world.database.db,
    newPerson(world, { userName, displayName, role, passwordHash }),
  );
  if (!user) throw new Error(`There is already somebody called ${userName}`);
  return user;
}

/** The person as a signed-in request sees them. */
export async function sessionUserOf(world: World, user: User): Promise<SessionUser> {
  const found = await userOfSession(world, newSession(user, world.now()));
  if (!found) throw new Error(`${user.userName} cannot sign in`);
  return found;
}

export interface ProfileChoices {
  readonly onBoard: boolean;
  readonly boardName: string;
  readonly clockFactor: number;
}

/** Posts the profile form. */
export async function chooseProfile(world: World, user: SessionUser, wishes: ProfileChoices): Promise<void> {
  const form = new FormData();
  form.append('displayName', user.displayName);
  if (wishes.onBoard) form.append('onBoard', 'on');
  form.append('boardName', wishes.boardName);
  form.append('clockFactor', String(wishes.clockFactor));
  form.append('timeZone', user.timeZone);
  await saveProfile(world, user, ProfileForm.parse(formFields(form)));
}
