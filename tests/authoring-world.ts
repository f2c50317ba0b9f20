import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#db/client.ts';
import type { ContentMode } from '#lib/lesson/authoring.ts';
import { lockFile } from '#lib/lesson/proof-lock.ts';
import { publishedContent } from '#lib/server/content/published-content.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { writeFixtureCourse } from './fixture-course.ts';
import { type TestWorld, testWorld } from './people.ts';
import { tempFolder } from './temp-folder.ts';

export type AuthoringTestWorld = TestWorld & AuthoringWorld;

/** A folder with the fixture course as it is on the disk of a server, without items whose key is a canary and no result of a run. */
export function courseFolder(): string {
  const dir = tempFolder('course');
  writeFixtureCourse(dir);
  const lesson = join(dir, 'fixture-track', 'fixture');
  for (const name of ['deep.mdx', 'project.mdx', lockFile]) rmSync(join(lesson, name));
  const practice = join(lesson, 'practice.mdx');
  writeFileSync(practice, readFileSync(practice, 'utf8').replace(/<Output.*<\/Output>\n/s, ''));
  return dir;
}

/**
 * A world that serves a folder of tracks and what is published over it, like one process of a server. Worlds of one
 * database with the same folders are processes of one server: nothing else is shared.
 */
export function authoringWorld(
  database: Database,
  {
    contentDir = courseFolder(),
    folder = tempFolder('compiled'),
    mode = 'database',
  }: { readonly contentDir?: string; readonly folder?: string; readonly mode?: ContentMode } = {},
): AuthoringTestWorld {
  const content = publishedContent({ contentDir, folder, mode, isLive: false });
  return { ...testWorld(database), content, library: content.library };
}
