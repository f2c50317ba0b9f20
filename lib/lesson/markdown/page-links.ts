import { activityKind, activityKinds } from '#lib/lesson/activities.ts';

/** The file that a link stands in. */
export interface PagePlace {
  readonly track: string;
  /** Undefined for the page of a track. */
  readonly lesson: string | undefined;
}

/**
 * The address of the page whose source a relative link names, with or without `.md`: `../pin-packages/deep.mdx` in a
 * lesson of the track `mlops` is `/tracks/mlops/pin-packages/deep`. Undefined if it names no page of a track.
 */
export function pageAddress(url: string, { track, lesson }: PagePlace): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const names = [track, ...(lesson === undefined ? [] : [lesson])];
  for (const name of path.split('/')) {
    if (name === '..') {
      if (names.pop() === undefined) return undefined;
    } else if (name !== '.' && name !== '') names.push(name);
  }
  const [trackName, lessonName, file, ...deeper] = names.map(withoutEnding);
  if (trackName === undefined || deeper.length > 0) return undefined;
  const parts = [trackName, ...(isIndex(lessonName, 'track') ? [] : [lessonName ?? ''])];
  if (file !== undefined) {
    const activity = fileNames.get(file) ?? activityKind(file)?.slug;
    if (parts.length < 2 || (activity === undefined && !isIndex(file, 'lesson'))) return undefined;
    if (activity !== undefined && !isIndex(file, 'lesson')) parts.push(activity);
  }
  return parts.every((part) => /^[\w-]+$/.test(part)) ? `/tracks/${parts.join('/')}${rest}` : undefined;
}

/** Activities by the names of their files, without the ending. */
const fileNames: ReadonlyMap<string, string> = new Map(
  activityKinds.map(({ file, slug }) => [withoutEnding(file), slug]),
);

function withoutEnding(name: string): string {
  return name.replace(/\.mdx?$/i, '');
}

const isIndex = (name: string | undefined, own: 'track' | 'lesson'): boolean =>
  name === undefined || name === own || /^(?:index|readme)$/i.test(name);
