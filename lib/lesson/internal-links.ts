import { activityKind } from './activities.ts';
import type { Finding } from './lesson.ts';
import { longestFile } from './limits.ts';
import { maskCode } from './mask.ts';
import type { TrackSource } from './source.ts';

/** Reports links to `/tracks/…` that lead to no lesson or activity of a known track. */
export function brokenLinks(tracks: readonly TrackSource[]): Finding[] {
  return tracks.flatMap((track) => [
    ...linksIn(`${track.folder}/track.mdx`, track.page ?? '', tracks),
    ...track.lessons.flatMap((lesson) =>
      [...lesson.files].flatMap(([name, text]) => linksIn(`${lesson.folder}/${name}`, text, tracks)),
    ),
  ]);
}

function linksIn(file: string, text: string, tracks: readonly TrackSource[]): Finding[] {
  if (text.length > longestFile) return [];
  const { masked } = maskCode(text.replaceAll('\r\n', '\n'));
  return masked.split('\n').flatMap((content, index) =>
    [...content.matchAll(/\[[^[\]]*\]\((\/tracks\/[^)\s]*)/g)].flatMap((found): Finding[] => {
      const [, url = ''] = found;
      const fault = urlFault(url, tracks);
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

function urlFault(url: string, tracks: readonly TrackSource[]): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  const [, , trackSlug, lessonSlug, activity] = path.split('/');
  const track = tracks.find(({ slug }) => slug === trackSlug);
  if (!track || !lessonSlug) return undefined;
  const lesson = track.lessons.find(({ slug }) => slug === lessonSlug);
  if (!lesson)
    return `the track has no lesson «${lessonSlug}», but ${track.lessons.map(({ slug }) => slug).join(', ')}`;
  if (!activity) return undefined;
  const kind = activityKind(activity);
  if (!kind) return `there is no activity «${activity}»`;
  return lesson.files.has(kind.file) ? undefined : `the lesson has no ${kind.file}`;
}
