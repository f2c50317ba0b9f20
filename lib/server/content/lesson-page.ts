import { cacheLife } from 'next/cache';
import { activityKinds, testKind } from '#lib/lesson/activities.ts';
import { servedItemCount } from '#lib/lesson/delivery.ts';
import type { Activity, BadgeRule, Lesson, Objective, Source } from '#lib/lesson/lesson.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { Rich } from '#lib/text/rich.ts';
import { contentLibrary } from './library.ts';

/** A lesson without items and keys: what the cached shell of its pages needs. */
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
  readonly hasTest: boolean;
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

/** The page is the same for everyone, so it is part of the static shell; in development it is read again each time. */
export const lessonPage = (track: string, slug: string, activity: string): Promise<LessonPage | null> =>
  isDevelopment ? readLessonPage(track, slug, activity) : cachedLessonPage(track, slug, activity);

export const trackPages = (): Promise<TrackPage[]> => (isDevelopment ? readTrackPages() : cachedTrackPages());

const isDevelopment = process.env.NODE_ENV === 'development';

async function cachedLessonPage(track: string, slug: string, activity: string): Promise<LessonPage | null> {
  'use cache';
  cacheLife('max');
  return readLessonPage(track, slug, activity);
}

async function cachedTrackPages(): Promise<TrackPage[]> {
  'use cache';
  cacheLife('max');
  return readTrackPages();
}

async function readLessonPage(track: string, slug: string, name: string): Promise<LessonPage | null> {
  const pages = await readTrackPages();
  const summary = pages.find((page) => page.slug === track)?.lessons.find((lesson) => lesson.slug === slug);
  const lesson = (await contentLibrary()).lesson(track, slug);
  if (!summary || !lesson) return null;
  if (name === testKind.slug) {
    const { slug: own, title, about, minutes } = testKind;
    const test = {
      slug: own,
      title,
      about,
      minutes,
      items: lesson.pool.length,
      attempts: 1,
      clocked: false,
      path: `${summary.path}/test`,
    };
    return summary.hasTest ? { lesson: summary, activity: test, body: [] } : null;
  }
  const activity = summary.activities.find((candidate) => candidate.slug === name);
  const body = lesson.activities.find((candidate) => candidate.slug === name)?.body;
  return activity && body ? { lesson: summary, activity, body } : null;
}

async function readTrackPages(): Promise<TrackPage[]> {
  const { tracks } = await contentLibrary();
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
    hasTest: lesson.pool.length > 0,
    activities,
  };
}

/** Every page of lessons, for prerendering. */
export async function lessonParams(): Promise<{ track: string; lesson: string; activity: string }[]> {
  const pages = await trackPages();
  return pages.flatMap((page) =>
    page.lessons.flatMap((lesson) =>
      [...lesson.activities.map((activity) => activity.slug), ...(lesson.hasTest ? ['test'] : [])].map(
        (activity) => ({
          track: page.slug,
          lesson: lesson.slug,
          activity,
        }),
      ),
    ),
  );
}
