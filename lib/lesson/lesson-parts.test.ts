import { expect, test } from 'vitest';
import { canaries, fixtureLibrary } from '#tests/fixture-course.ts';
import { joinLesson, splitLesson } from './lesson-parts.ts';

const lessons = fixtureLibrary({ everyKind: true }).lessons();
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

test.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
  'a lesson put together from its parts is the same: %s',
  (_id, lesson) => {
    const { outline, body } = asJson(splitLesson(lesson));
    const joined = joinLesson(outline, () => body);
    expect(joined.activities).toEqual(asJson(lesson.activities));
    expect(joined.pool).toEqual(asJson(lesson.pool));
    expect([...joined.secrets].map(([id, secret]) => [id, secret.open()])).toEqual(
      asJson([...lesson.secrets].map(([id, secret]) => [id, secret.open()])),
    );
  },
);

test('the second part is read at the first look at a text, and once', () => {
  const [lesson] = lessons;
  if (!lesson) throw new Error('A lesson is needed');
  const { outline, body } = splitLesson(lesson);
  let reads = 0;
  const joined = joinLesson(outline, () => {
    reads += 1;
    return body;
  });
  const ids = [...joined.activities.flatMap(({ items }) => items), ...joined.pool].map(({ id }) => id);
  expect([ids.length > 0, joined.title, reads]).toEqual([true, lesson.title, 0]);
  expect(joined.activities[0]?.body).toEqual(lesson.activities[0]?.body);
  expect([joined.secrets.size, reads]).toEqual([lesson.secrets.size, 1]);
});

test('no canary of an answer key is in the first part', () => {
  const outlines = JSON.stringify(lessons.map((lesson) => splitLesson(lesson).outline));
  expect(canaries.filter((word) => outlines.includes(word))).toEqual([]);
});

test('keys stay sealed in a lesson that was put together', () => {
  for (const lesson of lessons) {
    const { outline, body } = splitLesson(lesson);
    const { secrets } = joinLesson(outline, () => body);
    expect(() => JSON.stringify([...secrets.values()])).toThrow('secret');
  }
});
