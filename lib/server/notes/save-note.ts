import { z } from 'zod';
import { countNotes, listLessonNotes, recordNote, removeNote } from '#db/notes.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { passagesOf } from '#lib/lesson/passages.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { World } from '#lib/server/world.ts';

/** In characters. */
const longest = 4000;
const mostNotes = 2000;

const passage = {
  lesson: one(z.string().max(200)),
  /** `deep#s-limits`, or `deep` for the whole activity. */
  passage: one(z.string().max(400)),
};

export const NoteForm = z.object({
  ...passage,
  body: one(
    z
      .string()
      .transform((text) => text.replaceAll('\r\n', '\n').trim())
      .refine((text) => text.length <= longest, `A note has at most ${longest} characters.`),
  ),
});
export const RemoveNoteForm = z.object(passage);

export type NoteRefusal = 'no-passage' | 'too-many';

/** Stores a user's note on a passage, in place of the one before; without text it is a bookmark. */
export async function saveNote(
  world: World,
  user: Pick<SessionUser, 'id'>,
  { lesson: lessonId, passage: name, body }: z.output<typeof NoteForm>,
): Promise<Result<null, NoteRefusal>> {
  const { activity, anchor } = refOf(name);
  const lesson = (await world.library()).lessonById(lessonId);
  const found = lesson?.activities.find(({ slug }) => slug === activity);
  const taught = found && passagesOf(found).find((one) => (one.anchor ?? '') === anchor);
  if (!taught) return refuse('no-passage');
  const { db } = world.database;
  const isNew = !(await listLessonNotes(db, user.id, lessonId)).some(
    (note) => note.activity === activity && note.anchor === anchor,
  );
  if (isNew && (await countNotes(db, user.id)) >= mostNotes) return refuse('too-many');
  const writtenAt = world.now();
  await recordNote(db, {
    userId: user.id,
    lessonId,
    activity,
    anchor,
    passage: taught.title,
    body,
    writtenAt,
  });
  return ok(null);
}

/** Removes a user's note, also one on a passage that no longer exists. */
export async function deleteNote(
  world: World,
  user: Pick<SessionUser, 'id'>,
  { lesson: lessonId, passage: name }: z.output<typeof RemoveNoteForm>,
): Promise<Result<null, never>> {
  await removeNote(world.database.db, { userId: user.id, lessonId, ...refOf(name) });
  return ok(null);
}

function refOf(name: string): { activity: string; anchor: string } {
  const at = name.indexOf('#');
  return at < 0
    ? { activity: name, anchor: '' }
    : { activity: name.slice(0, at), anchor: name.slice(at + 1) };
}
