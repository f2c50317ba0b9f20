import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compileContent } from '#lib/lesson/compile-content.ts';
import type { Track } from '#lib/lesson/lesson.ts';
import { fixtureLibrary, fixtureSource } from './fixture-course.ts';

const opened = (tracks: readonly Track[]) =>
  tracks.map((track) => ({
    ...track,
    lessons: track.lessons.map((lesson) => ({
      ...lesson,
      secrets: [...lesson.secrets].map(([id, secret]) => [id, secret.open()]),
    })),
  }));

test.each([false, true])(
  'the precompiled fixture course equals the compiled one (every kind: %s)',
  (everyKind) => {
    const { tracks, findings } = compileContent([fixtureSource({ everyKind })], {
      highlight: (code) => [{ type: 'text', value: code }],
      hash: (text) => createHash('sha256').update(text).digest('hex'),
    });
    expect(findings).toEqual([]);
    expect(opened(fixtureLibrary({ everyKind }).tracks)).toEqual(opened(tracks));
  },
);

test('the keys of the fixture course stay secrets that refuse to be serialised', () => {
  const [lesson] = fixtureLibrary().lessons();
  expect(lesson?.secrets.size).toBeGreaterThan(0);
  expect(() => JSON.stringify([...(lesson?.secrets ?? [])])).toThrow('about to be serialised');
});
