import { activityKind, isFileOf } from './activities.ts';
import { isRelative } from './address.ts';
import type { Finding } from './lesson.ts';
import { longestFile } from './limits.ts';
import { pageAddress } from './markdown/page-links.ts';
import { maskCode } from './mask.ts';
import type { LessonSource, TrackSource } from './source.ts';

/** Reports links to `/tracks/…`, or to the file of a lesson, that lead to no lesson or activity of a known track. */
export function brokenLinks(tracks: readonly TrackSource[]): Finding[] {
  const known = knownPages(tracks);
  return tracks.flatMap((track) => {
    // A lesson that is checked alone cannot know its neighbours.
    const isAlone = track.lessons.length === 1 && track.lessons[0]?.folder === track.folder;
    const addressIn = (lesson: string | undefined) => (url: string) =>
      isRelative(url) && !isAlone ? pageAddress(url, { track: track.slug, lesson }) : url;
    return [
      ...linksIn(`${track.folder}/track.mdx`, track.page ?? '', { known, addressOf: addressIn(undefined) }),
      ...track.lessons.flatMap((lesson) =>
        [...lesson.files].flatMap(([name, text]) =>
          linksIn(`${lesson.folder}/${name}`, text, { known, addressOf: addressIn(lesson.slug) }),
        ),
      ),
    ];
  });
}

interface LinkContext {
  readonly known: KnownPages;
  /** The address of the site that a link leads to; undefined if it names no page. */
  addressOf(url: string): string | undefined;
}

function linksIn(file: string, text: string, { known, addressOf }: LinkContext): Finding[] {
  const faultOf = (url: string) => {
    const address = addressOf(url);
    return address?.startsWith('/tracks/') ? urlFault(address, known) : undefined;
  };
  // Most files have no wrong link, not even in code, so they need not be read for it.
  const mayBeWrong = () => [...text.matchAll(/\]\((?=([^)\s]+))/g)].some(([, url = '']) => faultOf(url));
  if (text.length > longestFile || !mayBeWrong()) return [];
  const { masked } = maskCode(text.replaceAll('\r\n', '\n'));
  return masked.split('\n').flatMap((content, index) =>
    [...content.matchAll(/(?<!!)\[[^[\]]*\]\(([^)\s]+)/g)].flatMap((found): Finding[] => {
      const [, url = ''] = found;
      const fault = faultOf(url);
      if (!fault) return [];
      const position = { file, line: index + 1, column: found.index + 1 };
      return [
        {
          ...position,
          severity: 'error',
          rule: 'link-broken',
          message: `«${url}» leads nowhere: ${fault}. Correct the address or remove the link.`,
        },
      ];
    }),
  );
}

/** Lessons by their slugs, by the slug of their track. */
type KnownPages = ReadonlyMap<string, ReadonlyMap<string, LessonSource>>;

const knownPages = (tracks: readonly TrackSource[]): KnownPages =>
  new Map(tracks.map(({ slug, lessons }) => [slug, new Map(lessons.map((lesson) => [lesson.slug, lesson]))]));

function urlFault(url: string, known: KnownPages): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  const [, , trackSlug = '', lessonSlug, activity] = path.split('/');
  const lessons = known.get(trackSlug);
  if (!lessons || !lessonSlug) return undefined;
  const lesson = lessons.get(lessonSlug);
  if (!lesson) return `the track has no lesson «${lessonSlug}», but ${[...lessons.keys()].join(', ')}`;
  if (!activity) return undefined;
  const kind = activityKind(activity);
  if (!kind) return `there is no activity «${activity}»`;
  const has = [...lesson.files.keys()].some((name) => isFileOf(kind, name));
  return has ? undefined : `the lesson has no ${kind.file}`;
}
