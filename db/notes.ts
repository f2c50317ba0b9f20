import { and, asc, count, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { prepared } from './prepared.ts';
import { notes } from './schema/notes.ts';

export type Note = typeof notes.$inferSelect;
export type NoteRef = Pick<Note, 'userId' | 'lessonId' | 'activity' | 'anchor'>;

const store = prepared((queries, note: Note) =>
  queries
    .insert(notes)
    .values(note)
    .onConflictDoUpdate({
      target: [notes.userId, notes.lessonId, notes.activity, notes.anchor],
      set: { passage: note.passage, body: note.body, writtenAt: note.writtenAt },
    }),
);

/** Stores a note in place of the one that the person had on this passage. */
export async function recordNote(db: Db, note: Note): Promise<void> {
  await store(db, note);
}

const remove = prepared((queries, { userId, lessonId, activity, anchor }: NoteRef) =>
  queries
    .delete(notes)
    .where(
      and(
        eq(notes.userId, userId),
        eq(notes.lessonId, lessonId),
        eq(notes.activity, activity),
        eq(notes.anchor, anchor),
      ),
    ),
);

export async function removeNote(db: Db, ref: NoteRef): Promise<void> {
  await remove(db, ref);
}

const ofPerson = prepared((queries, { userId }: { userId: string }) =>
  queries.select().from(notes).where(eq(notes.userId, userId)).orderBy(asc(notes.writtenAt)),
);

/** A person's notes, oldest first. */
export async function listNotes(db: Db, userId: string): Promise<Note[]> {
  return ofPerson(db, { userId });
}

const ofLesson = prepared((queries, { userId, lessonId }: Pick<NoteRef, 'userId' | 'lessonId'>) =>
  queries
    .select()
    .from(notes)
    .where(and(eq(notes.userId, userId), eq(notes.lessonId, lessonId)))
    .orderBy(asc(notes.writtenAt)),
);

/** A person's notes in one lesson, oldest first. */
export async function listLessonNotes(db: Db, userId: string, lessonId: string): Promise<Note[]> {
  return ofLesson(db, { userId, lessonId });
}

const counted = prepared((queries, { userId }: { userId: string }) =>
  queries.select({ n: count() }).from(notes).where(eq(notes.userId, userId)),
);

export async function countNotes(db: Db, userId: string): Promise<number> {
  const [row] = await counted(db, { userId });
  return row?.n ?? 0;
}
