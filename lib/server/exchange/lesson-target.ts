import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ImportTarget } from '#lib/exchange/plan-import.ts';
import { activityKinds, testKind } from '#lib/lesson/activities.ts';
import { lessonFrontMatter, readFrontMatter } from '#lib/lesson/front-matter.ts';
import { frontMatterOf } from '#lib/lesson/front-matter-text.ts';
import { idPrefixOf } from '#lib/lesson/item-ids.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { readTracks, sha256 } from '#lib/server/content/read-content.ts';

export interface TargetWishes {
  readonly activity: string | null;
  readonly objective: string | null;
  readonly level: ImportTarget['level'];
}

export type FoundTarget =
  | { readonly ok: true; readonly lesson: LessonSource; readonly target: ImportTarget }
  | { readonly ok: false; readonly problem: string };

/** The kinds of file into which questions can be imported. */
export const importActivities = [...activityKinds, testKind].filter(
  ({ slug }) => !['introduction', 'challenge'].includes(slug),
);

/** The folder of the lesson that `--into` names; undefined if there is none. */
export const lessonFolder = (into: string): string | undefined =>
  [into, join('content', 'tracks', into)].find((dir) => existsSync(join(dir, 'lesson.mdx')));

/** The lesson `track/lesson` below `content/tracks`, or in a folder of that name, as the target of an import. */
export async function findTarget(into: string, wishes: TargetWishes): Promise<FoundTarget> {
  const folder = lessonFolder(into);
  if (folder === undefined)
    return {
      ok: false,
      problem: `There is no lesson "${into}". Name one as track/lesson; it needs a lesson.mdx. With --create an empty one is made.`,
    };
  const [track] = await readTracks(folder);
  const lesson = track?.lessons[0];
  if (!lesson) return { ok: false, problem: `"${into}" is no folder of a lesson.` };
  const head = readFrontMatter(
    'lesson.mdx',
    frontMatterOf(lesson.files.get('lesson.mdx') ?? ''),
    lessonFrontMatter,
  );
  const objectives = head.value?.objectives.map(({ id }) => id);
  if (!objectives)
    return {
      ok: false,
      problem: `The front matter of ${join(folder, 'lesson.mdx')} has a fault. Run check on it.`,
    };
  if (wishes.objective !== null && !objectives.includes(wishes.objective))
    return {
      ok: false,
      problem: `The lesson has no objective "${wishes.objective}". It has ${objectives.join(', ')}.`,
    };
  const activity = importActivities.find(
    ({ slug, file }) => slug === wishes.activity || file === `${wishes.activity}.mdx`,
  );
  if (wishes.activity !== null && !activity)
    return {
      ok: false,
      problem: `There is no activity "${wishes.activity}" for questions. There are ${importActivities.map(({ file }) => file.replace('.mdx', '')).join(', ')}.`,
    };
  const isTest = activity === undefined || activity.slug === 'test';
  return {
    ok: true,
    lesson: { ...lesson, folder: relative('', folder).split(sep).join('/') || '.' },
    target: {
      prefix: idPrefixOf(lesson),
      objectives,
      activity: activity?.slug ?? 'test',
      openActivity: isTest ? 'review' : activity.slug,
      level: wishes.level,
      objective: wishes.objective ?? objectives[0] ?? null,
      hash: sha256,
    },
  };
}

/** The target of a preview without a lesson. */
export const previewTarget: ImportTarget = {
  prefix: 'preview',
  objectives: ['objective'],
  activity: 'test',
  openActivity: 'review',
  level: 'medium',
  objective: 'objective',
  hash: sha256,
};
