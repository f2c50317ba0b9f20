import { mayReadAnswers } from '#lib/access/may-read-answers.ts';
import type { SessionUser } from '#lib/access/user.ts';
import type { World } from '#lib/server/world.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { sheetItem } from '#lib/sitting/sheet-item.ts';

export interface SheetAddress {
  readonly track: string;
  readonly lesson: string;
  readonly activity: string;
}

export interface QuestionSheet {
  readonly lessonId: string;
  readonly title: string;
  readonly items: readonly ServedItem[];
}

/**
 * All questions of an activity to print, with the answers if asked for. Null for readers who may not see answers, and where
 * there are no questions; the questions of a test are never handed out.
 */
export async function questionSheet(
  world: Pick<World, 'library' | 'now'>,
  user: Pick<SessionUser, 'role'> | null,
  { track, lesson: slug, activity: name }: SheetAddress,
  withAnswers: boolean,
): Promise<QuestionSheet | null> {
  if (!user || !mayReadAnswers(user)) return null;
  const lesson = (await world.library()).lesson(track, slug);
  const activity = lesson?.activities.find((candidate) => candidate.slug === name);
  if (!lesson || !activity || activity.items.length === 0) return null;
  const { delivery } = activity;
  const items = activity.items.flatMap((item) => {
    const secret = lesson.secrets.get(item.id)?.open();
    const facts = {
      lessonId: lesson.id,
      activity: name,
      delivery,
      withAnswer: withAnswers,
      now: world.now(),
    };
    return secret ? [sheetItem({ item, secret, ...facts })] : [];
  });
  return { lessonId: lesson.id, title: lesson.title, items };
}
