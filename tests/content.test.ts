import { beforeAll, describe, expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { type ContentReport, checkContent } from '#lib/cli/content/check-content.ts';
import { compileAll } from '#lib/cli/content/compile-all.ts';
import { itemType } from '#lib/item/registry.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { blindQuestion, isSingleChoice } from '#lib/mastery/guessers/blind-question.ts';
import { wordModel } from '#lib/mastery/guessers/word-model.ts';
import { readTracks } from '#lib/server/content/read-content.ts';

const dir = 'content/tracks';
const noText = wordModel('');
const quiet = () => undefined;
let report: ContentReport;
let lessons: Lesson[];

beforeAll(async () => {
  report = await checkContent(dir, quiet);
  const { lessons: compiled } = await compileAll(await readTracks(dir), quiet);
  lessons = compiled.flatMap(({ lesson }) => (lesson ? [lesson] : []));
}, 300_000);

const itemsOf = (lesson: Lesson) => [...lesson.activities.flatMap(({ items }) => items), ...lesson.pool];

test('our own lessons have no findings', () => {
  expect(report.findings).toEqual([]);
  expect(report.lessons).toBeGreaterThanOrEqual(3);
  expect(report.items).toBe(lessons.flatMap(itemsOf).length);
});

test('no guesser bot beats chance in our own lessons', () => {
  expect(report.guessers.length).toBeGreaterThan(0);
  expect(report.guessers.filter(({ flagged }) => flagged)).toEqual([]);
});

test('the right option is the longest about as often as by chance', () => {
  const items = lessons.flatMap((lesson) =>
    itemsOf(lesson).flatMap((item) => {
      const secret = lesson.secrets.get(item.id)?.open();
      const blind = secret && blindQuestion(item, secret, noText);
      return blind && isSingleChoice(blind) ? [blind] : [];
    }),
  );
  const longest = items.filter(({ options, right: [right] }) => {
    const own = options.find(({ id }) => id === right)?.text.length ?? 0;
    return options.every(({ id, text }) => id === right || text.length < own);
  });
  expect(longest.length / items.length).toBeGreaterThanOrEqual(0.15);
  expect(longest.length / items.length).toBeLessThanOrEqual(0.35);
});

describe('each lesson', () => {
  test('has a pool of at least thirty items over three levels', () => {
    for (const { slug, pool } of lessons) {
      expect(pool.length, slug).toBeGreaterThanOrEqual(30);
      for (const [level, least] of [
        ['easy', 3],
        ['medium', 4],
        ['hard', 3],
      ] as const) {
        expect(
          pool.filter((item) => item.level === level).length,
          `${slug}, ${level}`,
        ).toBeGreaterThanOrEqual(least);
      }
    }
  });

  test('has an item for each of its objectives in the pool', () => {
    for (const { slug, objectives, pool } of lessons) {
      for (const { id } of objectives)
        expect(pool.filter(({ objective }) => objective === id).length, `${slug}, ${id}`).toBeGreaterThan(0);
    }
  });

  test('has a note for every wrong option', () => {
    const bare = lessons.flatMap((lesson) =>
      itemsOf(lesson).flatMap((item) => {
        const secret = lesson.secrets.get(item.id)?.open();
        const blind = secret && blindQuestion(item, secret, noText);
        if (!secret || !blind || !isSingleChoice(blind)) return [];
        const { exampleAnswer, explain } = itemType(item.type);
        const answer = exampleAnswer(item.body, secret.key, false, chance('any'));
        const { notes } = explain(item.body, secret.key, answer, true);
        return blind.options.flatMap(({ id }) =>
          blind.right.includes(id) || notes[id] ? [] : [`${item.id}: ${id}`],
        );
      }),
    );
    expect(bare).toEqual([]);
  });
});
