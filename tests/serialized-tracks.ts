import type { SecretItem } from '#lib/item/registry.ts';
import type { Lesson, Track } from '#lib/lesson/lesson.ts';
import { Secret } from '#lib/secret.ts';

/** A lesson as JSON. Only this file opens keys for a file, which only tests read. */
interface SerializedLesson extends Omit<Lesson, 'secrets'> {
  readonly secrets: readonly (readonly [string, SecretItem])[];
}

export interface SerializedTrack extends Omit<Track, 'lessons'> {
  readonly lessons: readonly SerializedLesson[];
}

/** The fixture course with its usual activities, and with one of every kind of item. */
export interface SerializedFixtures {
  readonly plain: readonly SerializedTrack[];
  readonly everyKind: readonly SerializedTrack[];
}

/** Converts tracks to JSON values, as the build does for the server. */
export function serializeTracks(tracks: readonly Track[]): SerializedTrack[] {
  return tracks.map((track) => ({
    ...track,
    lessons: track.lessons.map((lesson) => ({
      ...lesson,
      secrets: [...lesson.secrets].map(([id, secret]) => [id, secret.open()] as const),
    })),
  }));
}

export function deserializeTracks(tracks: readonly SerializedTrack[]): Track[] {
  return tracks.map((track) => ({
    ...track,
    lessons: track.lessons.map((lesson) => ({
      ...lesson,
      secrets: new Map(lesson.secrets.map(([id, secret]) => [id, new Secret(secret)])),
    })),
  }));
}
