import type { ContentStore } from '#lib/server/content/content-store.ts';
import { processContent } from '#lib/server/content/library.ts';
import type { AuthoringWorld, World } from '#lib/server/world.ts';
import { followEdit } from './follow-edit.ts';
import { repeatEvery } from './timers.ts';

/** Two seconds are promised until all processes serve what was published. */
const lookEveryMs = 500;

/** The content of this process. Items that a revision moves are noted before anybody is served by it, and recounted later. */
export function followedContent(world: World): ContentStore {
  const content = processContent();
  return {
    ...content,
    follow: (db) => content.follow(db, (next) => followEdit(world, async () => next)),
  };
}

/** Serves what is published from now on, at most half a second, and the time to load it, after the process that has published it. */
export async function startFollowing(world: AuthoringWorld): Promise<void> {
  if (world.content.mode === 'files') return;
  await serveRevisions(world);
  repeatEvery(lookEveryMs, () => world.content.follow(world.database.db));
}

/** Serves what was published so far. Lessons that cannot be read are reported; what was served before still is. */
export async function serveRevisions({ content, database }: AuthoringWorld): Promise<void> {
  try {
    await content.follow(database.db);
  } catch (error) {
    console.error(error);
  }
}
