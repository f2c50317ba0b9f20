import { countOpenReports } from '#db/item-reports.ts';
import { listDraftsOf } from '#db/lesson-drafts.ts';
import { listNewestHeads } from '#db/lesson-revisions.ts';
import { listTracksOf } from '#db/track-authors.ts';
import { authoringOn, mayWriteLessons } from '#lib/access/may-author.ts';
import type { AuthoredLesson, LessonHealth } from '#lib/lesson/authoring.ts';
import { isError } from '#lib/lesson/finding.ts';
import type { Finding, Lesson, Track } from '#lib/lesson/lesson.ts';
import { type LessonRef, trackFile, trackPage } from '#lib/lesson/lesson-files.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { filesIn } from '#lib/server/content/overlay.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import type { Author } from './lesson-place.ts';
import { hashOf } from './publish-files.ts';

/** All lessons and pages of tracks, published or only drafts of this author, by track and in its order. */
export async function listLessons(
  world: AuthoringWorld,
  user: Author,
): Promise<Result<readonly AuthoredLesson[], 'not-found'>> {
  if (!mayWriteLessons(user)) return refuse('not-found');
  const { db } = world.database;
  const [library, sources, deployed] = [
    await world.library(),
    await world.content.sources(),
    await world.content.deployed(),
  ];
  const drafts = new Map((await listDraftsOf(db, user.id)).map((draft) => [nameOf(draft), draft]));
  const heads = world.content.mode === 'files' ? [] : await listNewestHeads(db);
  const revisions = new Map(heads.map((head) => [nameOf(head), head]));
  const owned = await listTracksOf(db, user.id);
  const reports = await countOpenReports(db);
  const refs: LessonRef[] = sources.flatMap(({ slug: track, lessons }) => [
    { track, lesson: trackPage },
    ...inOrder(
      library.track(track),
      lessons.map(({ slug }) => slug),
    ).map((lesson) => ({ track, lesson })),
  ]);
  const known = new Set(refs.map(nameOf));
  const begun = [...drafts.values()].filter((draft) => !known.has(nameOf(draft)));
  return ok(
    [...refs, ...begun].map(({ track, lesson }): AuthoredLesson => {
      const ref = { track, lesson };
      const revision = revisions.get(nameOf(ref));
      const served = library.lesson(track, lesson);
      const page = lesson === trackPage ? library.track(track) : undefined;
      const findings = findingsIn(library.findings, world.content.root, ref);
      return {
        ...ref,
        title: served?.title ?? page?.title ?? (lesson === trackPage ? track : lesson),
        href: served ? lessonPath(served) : page ? `/tracks/${track}` : null,
        may: authoringOn(user, owned.has(track)) ?? 'propose',
        health: healthOf(served, findings, served ? (reports.get(served.id) ?? 0) : 0),
        draftAt: drafts.get(nameOf(ref))?.updatedAt ?? null,
        revision: revision
          ? { number: revision.number, authorName: revision.authorName, publishedAt: revision.publishedAt }
          : null,
        isFilesNewer: revision !== undefined && revision.deployedHash !== hashOf(filesIn(deployed, ref)),
      };
    }),
  );
}

const nameOf = ({ track, lesson }: LessonRef): string => `${track}/${lesson}`;

/** Lessons in the order of their track; those that are not served come last. */
function inOrder(track: Track | undefined, slugs: readonly string[]): string[] {
  const served = (track?.lessons ?? []).map(({ slug }) => slug);
  return [...served, ...slugs.filter((slug) => !served.includes(slug))];
}

function findingsIn(findings: readonly Finding[], root: string, { track, lesson }: LessonRef): Finding[] {
  const place = lesson === trackPage ? `${root}/${track}/${trackFile}` : `${root}/${track}/${lesson}/`;
  return findings.filter(({ file }) => file.startsWith(place));
}

function healthOf(
  lesson: Lesson | undefined,
  findings: readonly Finding[],
  openReports: number,
): LessonHealth {
  const items = lesson ? [...lesson.activities.flatMap((one) => one.items), ...lesson.pool] : [];
  const errors = findings.filter(isError).length;
  return {
    items: items.length,
    proven: items.filter(({ proven }) => proven === true).length,
    errors,
    warnings: findings.length - errors,
    openReports,
  };
}
