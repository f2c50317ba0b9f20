export interface LessonSource {
  readonly track: string;
  readonly slug: string;
  /** The folder as findings should name it. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The files of one track, as text. */
export interface TrackSource {
  readonly slug: string;
  readonly folder: string;
  /** Text of track.mdx, if there is one. */
  readonly page: string | undefined;
  readonly lessons: readonly LessonSource[];
}
