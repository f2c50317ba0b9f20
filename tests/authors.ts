import { addTrackAuthor } from '#db/track-authors.ts';
import type { User } from '#db/users.ts';
import type { AccountRole } from '#lib/access/role.ts';
import { openDraft } from '#lib/server/authoring/open-draft.ts';
import { saveLessonDraft } from '#lib/server/authoring/save-lesson-draft.ts';
import type { AuthoringTestWorld } from './authoring-world.ts';
import { addPerson } from './people.ts';

/** The lesson of the fixture course. */
export const fixture = { track: 'fixture-track', lesson: 'fixture' } as const;

/** A person who publishes on the fixture course, or with `owns: false` one who does not own it. */
export async function addAuthor(
  world: AuthoringTestWorld,
  userName: string,
  { owns = true, role = 'author' }: { readonly owns?: boolean; readonly role?: AccountRole } = {},
): Promise<User> {
  const user = await addPerson(world, { userName, role });
  const row = { track: fixture.track, userId: user.id, addedAt: world.now() };
  if (owns) await addTrackAuthor(world.database.db, row);
  return user;
}

/** Changes one file of a draft and saves it; returns the number of its saves. */
export async function edit(
  world: AuthoringTestWorld,
  user: User,
  name: string,
  change: (text: string) => string,
  ref: { readonly track: string; readonly lesson: string } = fixture,
): Promise<number> {
  const opened = await openDraft(world, user, ref);
  if (!opened.ok) throw new Error('The lesson cannot be opened');
  const { files, saves, baseNumber } = opened.value;
  const text = change(files[name] ?? '');
  if (text === files[name]) throw new Error(`Nothing was changed in ${name}`);
  const saved = await saveLessonDraft(world, user, { ...ref, saves, base: baseNumber, name, text });
  if (!saved.ok || saved.value.kind !== 'saved') throw new Error('The draft was not saved');
  return saved.value.saves;
}
