import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { type ItemEdit, itemEdits } from '#lib/lesson/edits/item-edits.ts';
import { isError } from '#lib/lesson/finding.ts';
import { findingLine } from '#lib/lesson/findings-of.ts';
import type { Finding, Lesson } from '#lib/lesson/lesson.ts';
import { type LessonFiles, type LessonRef, trackFile, trackPage } from '#lib/lesson/lesson-files.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { newTrackText, withListedLesson } from '#lib/lesson/new-lesson.ts';
import type { TrackSource } from '#lib/lesson/source.ts';
import { overlay, type PublishedLesson } from '#lib/server/content/overlay.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';

/** A draft as it would be served. */
export interface CompiledDraft {
  /** What would be published: the lesson, before it the page of its track if that does not list the lesson yet. */
  readonly published: readonly PublishedLesson[];
  /** All texts with the draft among them. */
  readonly sources: readonly TrackSource[];
  /** Of the draft, by their path in the lesson's folder; and errors elsewhere that it would cause. */
  readonly findings: readonly Finding[];
  /** Undefined for the page of a track, and for a lesson that does not compile. */
  readonly compiled: CompiledLesson | undefined;
  /** How its items differ from those that are served. */
  readonly edits: readonly ItemEdit[];
}

/**
 * Compiles a draft with all other lessons, under the limits of the compiler, and passes it through the gate. A draft
 * whose own files have errors is not looked at further.
 */
export async function compileDraft(
  world: AuthoringWorld,
  { track, lesson }: LessonRef,
  files: LessonFiles,
): Promise<CompiledDraft> {
  const served = await world.content.sources();
  const listing = lesson === trackPage ? [] : pageListing(served, { track, lesson }, today(world));
  const published = [...listing, { track, lesson, files }];
  const sources = overlay(served, published, world.content.root);
  const folder = `${world.content.root}/${track}/${lesson}/`;
  const name = (finding: Finding): Finding =>
    lesson === trackPage
      ? { ...finding, file: finding.file.replace(`${world.content.root}/${track}/`, '') }
      : { ...finding, file: finding.file.replace(folder, '') };
  const source = sources.find(({ slug }) => slug === track)?.lessons.find(({ slug }) => slug === lesson);
  const alone = source && (await world.content.compileLesson(source));
  if (alone?.findings.some(isError))
    return { published, sources, compiled: undefined, edits: [], findings: alone.findings.map(name) };
  const content = await world.content.compile(sources, false);
  const before = await world.library();
  const known = new Set(before.findings.map(findingLine));
  const isOwn = ({ file }: Finding) =>
    lesson === trackPage ? file === `${world.content.root}/${track}/${trackFile}` : file.startsWith(folder);
  const findings = content.findings.filter(
    (finding) => isOwn(finding) || (isError(finding) && !known.has(findingLine(finding))),
  );
  const after = makeLibrary(content.tracks, []);
  const edits = itemEdits(
    only(before, before.lesson(track, lesson)),
    only(after, after.lesson(track, lesson)),
  );
  const compiled = source && content.lessons.find((one) => one.source === source);
  return { published, sources, compiled, edits, findings: findings.map(name) };
}

const today = (world: AuthoringWorld): string => world.now().toISOString().slice(0, 10);

/** The page of the track with the lesson in its list, if that is a change. */
function pageListing(
  served: readonly TrackSource[],
  { track, lesson }: LessonRef,
  day: string,
): PublishedLesson[] {
  const page = served.find(({ slug }) => slug === track)?.page;
  const text = page === undefined ? newTrackText(track, [lesson], day) : withListedLesson(page, lesson);
  return text === null || text === page ? [] : [{ track, lesson: trackPage, files: { [trackFile]: text } }];
}

/** A library of one lesson, so that no other one is read. */
function only({ tracks }: Library, lesson: Lesson | undefined): Library {
  const track = tracks.find(({ slug }) => slug === lesson?.track);
  return makeLibrary(track && lesson ? [{ ...track, lessons: [lesson] }] : [], []);
}
