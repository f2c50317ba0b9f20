import { expect, test } from 'vitest';
import { compileContent } from './compile-content.ts';
import { compileLesson } from './compile-lesson.ts';
import type { LessonSource } from './source.ts';

const head = `---
id: seeds
title: Seeds
summary: What a seed fixes.
objectives:
  - id: aim
    text: Say what a seed fixes
badge:
  id: seeds-badge
  name: Seeds
  about: Its holder knows.
  rule: test
prerequisites: []
authors: [Somebody]
sources:
  - title: A source
    url: https://example.org
updated: 2026-11-29
---

`;
const question = (id: string) =>
  `<Choice id="${id}" level="easy" objective="aim">\n\nIs it so?\n\n- [ ] No <Id is="no" />\n- [x] Yes <Id is="yes" />\n\n</Choice>\n\n`;
const questions = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => question(`${name}-${at}`)).join('');

const tools = {
  highlight: (value: string) => [{ type: 'text' as const, value }],
  hash: (text: string) => text.padEnd(20),
};
const lessonWith = (files: Record<string, string>, introduction = 'Before.\n'): LessonSource => ({
  ...{ track: 'course', slug: 'seeds', folder: 'course/seeds' },
  files: new Map(Object.entries({ 'lesson.mdx': head + introduction, ...files })),
});

test('the pool has the questions of pool.mdx, then those of the files of its folder by name', () => {
  const { lesson, findings } = compileLesson(
    lessonWith({
      'pool/b.mdx': questions('b', 4),
      'pool/a.mdx': questions('a', 3),
      'pool.mdx': questions('first', 3),
    }),
    tools,
  );
  expect(findings).toEqual([]);
  expect(lesson?.pool.map(({ id }) => id.replace(/-\d+$/, '')).join(' ')).toBe(
    'first first first a a a b b b b',
  );
  expect(lesson?.pool.at(-1)?.source.file).toBe('course/seeds/pool/b.mdx');
  expect(lesson?.secrets.size).toBe(10);
  expect(lesson?.activities.map(({ slug }) => slug)).toEqual(['introduction']);
});

test('a lesson may have its pool in the folder only, and a link to the test leads there', () => {
  const lesson = lessonWith(
    { 'pool/a.mdx': questions('a', 10) },
    'See [the test](/tracks/course/seeds/test).\n',
  );
  const page = '---\nid: t\ntitle: T\nsummary: S\nlessons: [seeds]\nupdated: 2026-11-29\n---\n';
  const { findings, tracks } = compileContent(
    [{ slug: 'course', folder: 'course', page, lessons: [lesson] }],
    tools,
  );
  expect(findings).toEqual([]);
  expect(tracks[0]?.lessons[0]?.pool).toHaveLength(10);
});
