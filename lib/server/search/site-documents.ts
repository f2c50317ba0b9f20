import type { SearchDocument } from '#db/sqlite/search-index.ts';
import { activityKind } from '#lib/lesson/activities.ts';
import type { Lesson, Track } from '#lib/lesson/lesson.ts';
import { type Library, lessonPath, passagePath } from '#lib/lesson/library.ts';
import type { SearchGroup } from '#lib/lesson/search-results.ts';
import { textSections } from '#lib/lesson/text-sections.ts';
import { type HandbookPage, section } from '#lib/server/content/handbook-page.ts';

/** A page or passage that can be found. */
export interface SiteDocument extends SearchDocument {
  readonly group: SearchGroup;
  readonly href: string;
  /** The line that stands for it in a list. */
  readonly label: string;
}

/**
 * All that can be found, made of what pages show to every reader: titles, summaries, objectives, and the text of pages
 * with its headings. Questions are not part of it: neither prompts, nor options, hints, explanations, solutions or keys.
 */
export function siteDocuments(
  { tracks }: Pick<Library, 'tracks'>,
  handbook: readonly HandbookPage[],
): SiteDocument[] {
  return [...tracks.flatMap(trackDocuments), ...handbook.flatMap(handbookDocuments)];
}

function trackDocuments(track: Track): SiteDocument[] {
  const sections = textSections(track.body);
  const page: SiteDocument = {
    group: 'lessons',
    href: `/tracks/${track.slug}`,
    label: track.title,
    title: track.title,
    heading: '',
    text: [track.summary, ...sections.flatMap(({ heading, text }) => [heading, text])].join(' '),
    context: '',
  };
  return [page, ...track.lessons.flatMap((lesson) => lessonDocuments(lesson, track))];
}

function lessonDocuments(lesson: Lesson, track: Track): SiteDocument[] {
  const { title, summary, objectives, activities, pool } = lesson;
  const page: SiteDocument = {
    group: 'lessons',
    href: lessonPath(lesson),
    label: title,
    title,
    heading: '',
    text: [summary, ...objectives.map(({ text }) => text)].join(' '),
    context: track.title,
  };
  const slugs = [...activities.map(({ slug }) => slug), ...(pool.length > 0 ? (['test'] as const) : [])];
  return [
    page,
    ...slugs.flatMap((slug) => activityDocument(lesson, slug)),
    ...activities.flatMap((activity) => passageDocuments(lesson, activity)),
  ];
}

function activityDocument(lesson: Lesson, slug: Lesson['activities'][number]['slug']): SiteDocument[] {
  const kind = activityKind(slug);
  if (!kind) return [];
  return [
    {
      group: 'lessons',
      href: lessonPath(lesson, slug),
      label: `${kind.title}: ${lesson.title}`,
      title: '',
      heading: kind.title,
      text: kind.about,
      context: lesson.title,
    },
  ];
}

function passageDocuments(lesson: Lesson, { slug, body }: Lesson['activities'][number]): SiteDocument[] {
  const activity = activityKind(slug)?.title ?? '';
  return textSections(body).map(({ anchor, heading, text }) => ({
    group: 'passages',
    href: passagePath(lesson, { activity: slug, anchor }),
    label: heading || activity,
    title: '',
    heading,
    text,
    context: `${lesson.title} · ${activity}`,
  }));
}

function handbookDocuments({ path, title, summary, body }: HandbookPage): SiteDocument[] {
  const group = section({ path }) === 'decisions' ? 'decisions' : 'handbook';
  const href = path === '' ? '/help' : `/help/${path}`;
  const sections = textSections(body);
  const lead = sections.filter(({ anchor }) => anchor === null).map(({ text }) => text);
  const page = { group, href, label: title, title, heading: '', context: '' } as const;
  return [
    { ...page, text: [summary, ...lead].join(' ') },
    ...sections
      .filter(({ anchor }) => anchor !== null)
      .map(({ anchor, heading, text }) => ({
        ...page,
        ...{ href: `${href}#${anchor}`, label: heading, title: '', heading, text, context: title },
      })),
  ];
}
