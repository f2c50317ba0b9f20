import { activityKinds, testKind } from '#lib/lesson/activities.ts';
import { servedItemCount } from '#lib/lesson/delivery.ts';
import type { Activity, BadgeRule, Lesson, Objective, Source } from '#lib/lesson/lesson.ts';
import { type Library, lessonPath } from '#lib/lesson/library.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import { openingText, passageText, teachingPassage } from '#lib/lesson/passages.ts';
import type { Rich } from '#lib/text/rich.ts';
import { contentLibrary } from './library.ts';

/** A lesson without items and keys: what its pages need. */
export interface LessonSummary {
  readonly id: string;
  readonly track: string;
  readonly trackTitle: string;
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly Objective[];
  readonly prerequisites: readonly PageLink[];
  readonly badge: BadgeRule | null;
  readonly authors: readonly string[];
  readonly sources: readonly Source[];
  readonly updated: string;
  readonly minutes: number;
  /** Null without a pool of questions. */
  readonly test: ActivitySummary | null;
  readonly activities: readonly ActivitySummary[];
}

export interface ActivitySummary {
  readonly slug: Activity['slug'];
  readonly title: string;
  readonly about: string;
  readonly minutes: number;
  /** The number of questions in one sitting; for the test, in the whole pool. */
  readonly items: number;
  /** Attempts for each question; null without limit. */
  readonly attempts: number | null;
  readonly clocked: boolean;
  readonly path: string;
}

export interface LessonPage {
  readonly lesson: LessonSummary;
  readonly activity: ActivitySummary;
  /** Text with a placeholder for each item; empty for the test. */
  readonly body: Rich;
}

export interface TrackPage {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly body: Rich;
  readonly lessons: readonly LessonSummary[];
}

/** The text of an activity; null when the lesson or activity does not exist. */
export async function lessonPage(track: string, slug: string, name: string): Promise<LessonPage | null> {
  const pages = await trackPages();
  const summary = pages.find((page) => page.slug === track)?.lessons.find((lesson) => lesson.slug === slug);
  const lesson = (await contentLibrary()).lesson(track, slug);
  return summary && lesson ? pageOf(summary, lesson, name) : null;
}

/** The same of a lesson that is not served. `track`: where it would stand. */
export function unservedPage(
  lesson: Lesson,
  track: { readonly title: string; readonly lessons: readonly Lesson[] },
  name: string,
): LessonPage | null {
  return pageOf(summarise(lesson, track.title, track.lessons), lesson, name);
}

function pageOf(summary: LessonSummary, lesson: Lesson, name: string): LessonPage | null {
  if (name === testKind.slug) return summary.test && { lesson: summary, activity: summary.test, body: [] };
  const activity = summary.activities.find((candidate) => candidate.slug === name);
  const body = lesson.activities.find((candidate) => candidate.slug === name)?.body;
  return activity && body ? { lesson: summary, activity, body } : null;
}

/** The prompts of all questions. */
export async function questionPrompts(): Promise<Rich[]> {
  const lessons = (await contentLibrary()).lessons();
  const items = lessons.flatMap(({ activities, pool }) => [
    ...activities.flatMap(({ items }) => items),
    ...pool,
  ]);
  return items.map(({ prompt }) => prompt);
}

const pagesOf = new WeakMap<Library, TrackPage[]>();

/** All tracks with the summaries of their lessons, made once for each state of the content. */
export async function trackPages(): Promise<TrackPage[]> {
  const library = await contentLibrary();
  const known = pagesOf.get(library) ?? makeTrackPages(library);
  pagesOf.set(library, known);
  return known;
}

function makeTrackPages({ tracks }: Library): TrackPage[] {
  return tracks.map((track) => ({
    slug: track.slug,
    title: track.title,
    summary: track.summary,
    body: track.body,
    lessons: track.lessons.map((lesson) => summarise(lesson, track.title, track.lessons)),
  }));
}

function summarise(lesson: Lesson, trackTitle: string, all: readonly Lesson[]): LessonSummary {
  const activities = activityKinds.flatMap((kind): ActivitySummary[] => {
    const own = lesson.activities.find((activity) => activity.slug === kind.slug);
    if (!own) return [];
    const { slug, title, about } = kind;
    return [
      {
        slug,
        title,
        about,
        minutes: own.minutes,
        items: servedItemCount(own),
        attempts: own.delivery.attempts,
        clocked: own.delivery.clock,
        path: lessonPath(lesson, slug),
      },
    ];
  });
  const linkTo = (other: Lesson): PageLink => ({ title: other.title, href: lessonPath(other) });
  return {
    id: lesson.id,
    track: lesson.track,
    trackTitle,
    slug: lesson.slug,
    path: lessonPath(lesson),
    title: lesson.title,
    summary: lesson.summary,
    objectives: lesson.objectives,
    prerequisites: lesson.prerequisites.flatMap((slug) =>
      all.filter((other) => other.slug === slug).map(linkTo),
    ),
    badge: lesson.badge,
    authors: lesson.authors,
    sources: lesson.sources,
    updated: lesson.updated,
    minutes: activities.reduce((sum, activity) => sum + activity.minutes, 0),
    test: lesson.pool.length > 0 ? summariseTest(lesson) : null,
    activities,
  };
}

function summariseTest(lesson: Lesson): ActivitySummary {
  const { slug, title, about, minutes } = testKind;
  return {
    slug,
    title,
    about,
    minutes,
    items: lesson.pool.length,
    attempts: 1,
    clocked: false,
    path: `${lessonPath(lesson)}/test`,
  };
}

/**
 * The text of the passage that teaches an objective, or an item that names its own: of a whole activity its beginning;
 * undefined when the author names none. `taughtId`: the id of either.
 */
export async function teachingText(lessonId: string, taughtId: string): Promise<Rich | undefined> {
  const library = await contentLibrary();
  const lesson = library.lessonById(lessonId);
  const found = library.item(taughtId);
  const item = found?.lesson === lesson && found?.item.taught !== undefined ? found.item : undefined;
  const passage = lesson && teachingPassage(lesson, item ?? { objective: taughtId });
  const activity = lesson?.activities.find(({ slug }) => slug === passage?.activity);
  if (!activity || !passage) return undefined;
  return passage.anchor === null ? openingText(activity.body) : passageText(activity.body, passage.anchor);
}
