import { listLessonNotes, listNotes, type Note } from '#db/notes.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { localDay } from '#lib/calendar/local-day.ts';
import { type ActivitySlug, activityKind } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { passagesOf } from '#lib/lesson/passages.ts';
import { notesMarkdown } from '#lib/progress/notes-markdown.ts';
import type { World } from '#lib/server/world.ts';

/** A note with the link to its passage. */
export interface OwnNote {
  readonly lessonId: string;
  /** The name of the passage in forms: `deep#s-limits`. */
  readonly passage: string;
  readonly activity: string;
  /** The heading, with the title of its activity. */
  readonly title: string;
  /** Null when the lesson is gone. */
  readonly href: string | null;
  /** Empty for a bookmark. */
  readonly body: string;
  readonly writtenAt: Date;
}

export interface LessonNotes {
  readonly lessonId: string;
  readonly title: string;
  /** In the order of the lesson’s passages. */
  readonly notes: readonly OwnNote[];
}

/** A passage that a note can be written on. */
export interface NotablePassage {
  readonly passage: string;
  readonly title: string;
}

/** A user's notes by lesson, in the order of the tracks; those of removed lessons last. */
export async function myNotes(world: World, user: Pick<SessionUser, 'id'>): Promise<LessonNotes[]> {
  const library = await world.library();
  const stored = await listNotes(world.database.db, user.id);
  const known = library.lessons().flatMap((lesson): LessonNotes[] => {
    const own = stored.filter(({ lessonId }) => lessonId === lesson.id);
    return own.length > 0 ? [{ lessonId: lesson.id, title: lesson.title, notes: inOrder(own, lesson) }] : [];
  });
  const gone = stored.filter(({ lessonId }) => !library.lessonById(lessonId));
  if (gone.length === 0) return known;
  return [
    ...known,
    { lessonId: '', title: 'Lessons that are gone', notes: gone.map((note) => ownNote(note)) },
  ];
}

/** A user's notes in one lesson. */
export async function myLessonNotes(
  world: World,
  user: Pick<SessionUser, 'id'>,
  lessonId: string,
): Promise<OwnNote[]> {
  const lesson = (await world.library()).lessonById(lessonId);
  const stored = await listLessonNotes(world.database.db, user.id, lessonId);
  return lesson ? inOrder(stored, lesson) : [];
}

/** The passages of an activity, for a form; empty when there is no such activity. */
export async function notablePassages(
  world: World,
  lessonId: string,
  activity: string,
): Promise<NotablePassage[]> {
  const lesson = (await world.library()).lessonById(lessonId);
  const found = lesson?.activities.find(({ slug }) => slug === activity);
  return found
    ? passagesOf(found).map(({ title, anchor }) => ({
        passage: anchor === null ? found.slug : `${found.slug}#${anchor}`,
        title: anchor === null ? `${title}, as a whole` : title,
      }))
    : [];
}

/** A user's notes as a Markdown file. `origin` is the address of the site. */
export async function notesFile(
  world: World,
  user: Pick<SessionUser, 'id' | 'timeZone'>,
  origin: string,
): Promise<string> {
  const lessons = await myNotes(world, user);
  return notesMarkdown(
    lessons.map(({ title, notes }) => ({
      lesson: title,
      notes: notes.map((note) => ({
        passage: note.title,
        body: note.body,
        address: `${origin}${note.href ?? '/'}`,
        day: localDay(note.writtenAt, user.timeZone),
      })),
    })),
  );
}

function inOrder(stored: readonly Note[], lesson: Lesson): OwnNote[] {
  const order = lesson.activities.flatMap((activity) =>
    passagesOf(activity).map(({ anchor }) => nameOf(activity.slug, anchor ?? '')),
  );
  const place = ({ activity, anchor }: Note) => order.indexOf(nameOf(activity, anchor));
  // A note on a passage that is gone comes first: it wants another place.
  return stored.toSorted((a, b) => place(a) - place(b)).map((note) => ownNote(note, lesson));
}

const nameOf = (activity: string, anchor: string): string =>
  anchor === '' ? activity : `${activity}#${anchor}`;

function ownNote({ lessonId, activity, anchor, passage, body, writtenAt }: Note, lesson?: Lesson): OwnNote {
  const slug: ActivitySlug | undefined = activityKind(activity)?.slug;
  const kind = activityKind(activity)?.title ?? activity;
  const path = lesson && slug ? lessonPath(lesson, slug) : null;
  return {
    lessonId,
    passage: nameOf(activity, anchor),
    activity,
    title: anchor === '' ? kind : `${passage} (${kind})`,
    href: path && anchor !== '' ? `${path}#${anchor}` : path,
    body,
    writtenAt,
  };
}
