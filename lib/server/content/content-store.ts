import type { Db } from '#db/client.ts';
import type { CompiledLesson, Content } from '#lib/lesson/assemble.ts';
import type { ContentMode } from '#lib/lesson/authoring.ts';
import type { LessonSource, TrackSource } from '#lib/lesson/source.ts';

/** Content that was compiled and passed the gate, and each lesson by itself. */
export interface CompiledContent extends Content {
  readonly lessons: readonly CompiledLesson[];
}

/** The texts of lessons, and what compiles them. */
export interface ContentStore {
  readonly mode: ContentMode;
  /** The folder of tracks, as findings name it. */
  readonly root: string;
  /** The files on disk. */
  deployed(): Promise<readonly TrackSource[]>;
  /** The texts of what is served: the newest revisions over the files on disk. */
  sources(): Promise<readonly TrackSource[]>;
  /** Compiles one lesson by itself, without the gate. A file that takes too long ends it. */
  compileLesson(source: LessonSource): Promise<CompiledLesson>;
  /**
   * Compiles these texts in the limited processes.
   * @param isStored the result is stored for the processes that will serve it
   */
  compile(sources: readonly TrackSource[], isStored: boolean): Promise<CompiledContent>;
  /** Serves what was published since the last call. */
  follow(db: Db): Promise<void>;
}
