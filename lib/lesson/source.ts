import type { Finding } from './lesson.ts';
import type { Pictures } from './markdown/pictures.ts';

/** The files of one lesson, as text. */
export interface LessonSource {
  readonly track: string;
  readonly slug: string;
  /** The folder as named in findings. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  /** The pictures in its folder and in the folder of the track. */
  readonly pictures?: Pictures;
  /** The text of its lock file of proofs, if there is one. */
  readonly proofs?: string;
  /** The text of its file of ids, if there is one. */
  readonly ids?: string;
  /** Files that are not UTF-8. Their text in `files` is a guess, used only to find more faults. */
  readonly encodingFaults?: readonly Finding[];
}

/** The files of one track, as text. */
export interface TrackSource {
  readonly slug: string;
  readonly folder: string;
  /** Text of track.mdx, if there is one. */
  readonly page: string | undefined;
  readonly lessons: readonly LessonSource[];
  /** Of track.mdx, when it is not UTF-8. */
  readonly encodingFaults?: readonly Finding[];
}
