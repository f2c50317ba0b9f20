import type { Finding } from './lesson.ts';

/** The findings that keep a lesson from its page: in its own files, or on the page of its track. */
export function findingsOf(
  findings: readonly Finding[],
  track: string,
  lesson: string | null,
): readonly Finding[] {
  return findings.filter(({ file }) => {
    const [name = '', folder, above] = file.split('/').toReversed();
    const isOfTrack = name === 'track.mdx' && folder === track;
    if (lesson === null) return isOfTrack;
    const inPool = folder === 'pool' && above === lesson;
    return isOfTrack || inPool || (folder === lesson && above === track);
  });
}

/** A finding in one line, as the command prints it: `why.mdx:3:7  prose-dollar  …`. */
export const findingLine = ({ file, line, column, rule, message }: Finding): string =>
  `${file}:${line}:${column}  ${rule}  ${message}`;
