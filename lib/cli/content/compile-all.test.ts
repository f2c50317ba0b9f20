import { expect, test } from 'vitest';
import { compilePage } from '#lib/lesson/compile-content.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import type { TrackSource } from '#lib/lesson/source.ts';
import { compileThread } from '#lib/server/content/compiler/compile-thread.ts';
import { type CompileOutcome, type Compiler, serialize } from '#lib/server/content/compiler/messages.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { compileAll } from './compile-all.ts';

const quiet = () => undefined;
const files = (slug: string) =>
  Object.entries(goodCourse).flatMap(([path, text]) =>
    path.startsWith(`${slug}/`) ? [[path.slice(slug.length + 1), text] as const] : [],
  );
const source: TrackSource = {
  slug: 'course',
  folder: 'course',
  page: goodCourse['track.mdx'],
  lessons: ['short', 'good'].map((slug) => ({
    track: 'course',
    slug,
    folder: `course/${slug}`,
    files: new Map(files(slug)),
  })),
};

/** Compiles in this thread, but fails at some files. */
function threadThatFails(at: Record<string, 'slow' | 'broken'>): Compiler {
  return {
    async compile(task): Promise<CompileOutcome> {
      const tools = {
        highlight: (value: string) => [{ type: 'text' as const, value }],
        hash: (text: string) => `${text.length}`.padStart(20, '0'),
      };
      if (task.kind === 'page') {
        const kind = at[task.file];
        return kind
          ? { kind, file: task.file }
          : { kind: 'done', result: { page: compilePage(task.file, task.text, tools) } };
      }
      if (task.kind === 'gate') return { kind: 'broken', file: '' };
      const file = [...task.source.files.keys()].find((name) => at[name] !== undefined);
      const kind = file === undefined ? undefined : at[file];
      if (file !== undefined && kind) return { kind, file };
      return { kind: 'done', result: { lesson: serialize(compileLesson(task.source, tools)) } };
    },
    async close() {},
  };
}

test('the thread returns the compiled lessons with their keys sealed', async () => {
  const { findings, tracks } = await compileAll([source], quiet, { compiler: threadThatFails({}) });
  expect(findings).toEqual([]);
  const [, good] = tracks[0]?.lessons ?? [];
  expect(good?.secrets.get('good-challenge')?.open().key).toMatchObject({ correct: ['start'] });
  expect(() => JSON.stringify([...(good?.secrets.values() ?? [])])).toThrow();
});

test('a file that takes too long is reported, and the mistakes of the others are still found', async () => {
  const [short, good] = source.lessons;
  if (!short || !good) throw new Error('Two lessons are needed');
  const withMistake = { ...good, files: new Map([...good.files, ['why.mdx', 'Under <5 %.'] as const]) };
  const { findings, tracks } = await compileAll([{ ...source, lessons: [short, withMistake] }], quiet, {
    compiler: threadThatFails({ 'review.mdx': 'slow', 'scale.mdx': 'broken' }),
  });
  expect(findings.map(({ file, rule }) => `${file} ${rule}`).toSorted()).toEqual([
    'course/good/review.mdx too-slow',
    'course/good/scale.mdx compiler',
    'course/good/why.mdx prose-less-than',
  ]);
  expect(tracks[0]?.lessons.map(({ slug }) => slug)).toEqual(['short']);
});

test('a lesson whose first file takes too long is left out', async () => {
  const { findings, lessons } = await compileAll([source], quiet, {
    compiler: threadThatFails({ 'lesson.mdx': 'slow' }),
  });
  expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'course/short/lesson.mdx too-slow',
    'course/good/lesson.mdx too-slow',
  ]);
  expect(lessons.every(({ lesson }) => lesson === undefined)).toBe(true);
});

test('a track page that takes too long is reported, and its lessons are compiled', async () => {
  const { findings, tracks } = await compileAll([source], quiet, {
    compiler: threadThatFails({ 'course/track.mdx': 'slow' }),
  });
  expect(findings).toMatchObject([{ file: 'course/track.mdx', rule: 'too-slow' }]);
  expect(tracks[0]?.lessons).toHaveLength(2);
});

test('a thread over its limit is terminated, and the next task gets a new one', async () => {
  const [, good] = source.lessons;
  if (!good) throw new Error('A lesson is needed');
  const hasty = compileThread({ cpu: 1, wall: 60_000 });
  const big = {
    ...good,
    files: new Map([...good.files, ['why.mdx', 'Some *words*.\n\n'.repeat(1500)] as const]),
  };
  for (let round = 0; round < 2; round++) {
    expect(await hasty.compile({ kind: 'lesson', source: big })).toMatchObject({ kind: 'slow' });
  }
  await hasty.close();
  const patient = compileThread();
  expect(await patient.compile({ kind: 'lesson', source: good })).toMatchObject({
    kind: 'done',
    result: { lesson: { findings: [] } },
  });
  await patient.close();
}, 120_000);
