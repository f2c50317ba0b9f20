import { listActivityStandings } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { World } from '#lib/server/world.ts';

/** How long after an account is made its pages say what it keeps: long enough for the page that is reached. */
const saidForMs = 10_000;

/** What a new account keeps of its time as a guest. */
export interface KeptAnswers {
  readonly answers: number;
  /** The lessons they belong to, in no particular order. */
  readonly lessons: readonly PageLink[];
}

/** The answers that an account which was made a moment ago keeps; null when there are none, and later. */
export async function keptAnswers(world: World, user: SessionUser): Promise<KeptAnswers | null> {
  const { id, role, createdAt } = user;
  if (role === 'guest' || world.now().getTime() - createdAt.getTime() >= saidForMs) return null;
  const standings = await listActivityStandings(world.database.db, [id]);
  const kept = standings.filter(({ tries, lastAt }) => tries > 0 && lastAt <= createdAt);
  if (kept.length === 0) return null;
  const library = await world.library();
  const lessons = [...new Set(kept.map(({ lessonId }) => lessonId))].flatMap((lessonId) => {
    const lesson = library.lessonById(lessonId);
    return lesson ? [{ title: lesson.title, href: lessonPath(lesson) }] : [];
  });
  return { answers: kept.reduce((sum, { tries }) => sum + tries, 0), lessons };
}
