import { PassageNotes } from '#components/lesson/passage-notes.tsx';
import { currentUser } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { myLessonNotes } from '#lib/server/notes/my-notes.ts';

/** The learner's notes on an activity; nothing for visitors. */
export async function LearnerNotes({ lesson, activity }: { lesson: string; activity: string }) {
  const user = await currentUser();
  if (!user) return null;
  const notes = await myLessonNotes(await world(), user, lesson);
  return <PassageNotes lessonId={lesson} activity={activity} notes={notes} />;
}
