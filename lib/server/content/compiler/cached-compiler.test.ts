import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compilePage } from '#lib/lesson/compile-content.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { cachedCompiler, pruneEvery } from './cached-compiler.ts';
import { entryStore } from './entry-store.ts';
import { guardedLesson } from './guarded.ts';
import {
  type CompileOutcome,
  type Compiler,
  type CompileTask,
  type LessonTask,
  type PageTask,
  serialize,
} from './messages.ts';

const tools = {
  highlight: (value: string) => [{ type: 'text' as const, value }],
  hash: (text: string) => `${text.length}`.padStart(20, '0'),
};

const source = {
  track: 'course',
  slug: 'good',
  folder: 'course/good',
  files: new Map(
    Object.entries(goodCourse).flatMap(([path, text]) =>
      /^good\/(?:lesson|challenge|pool)\.mdx$/.test(path)
        ? [[path.slice('good/'.length), text] as const]
        : [],
    ),
  ),
};
const lesson: LessonTask = { kind: 'lesson', source };
const page: PageTask = { kind: 'page', file: 'course/track.mdx', text: 'Some *words*.' };

/** A compiler with a cache, and how many tasks were compiled. */
function counted({ version = 'one', refuses = false } = {}, folder = join(tempFolder('compiled'), 'cache')) {
  const compiled: CompileTask[] = [];
  const plain: Compiler = {
    async compile(task): Promise<CompileOutcome> {
      compiled.push(task);
      if (refuses || task.kind === 'gate') return { kind: 'slow', file: 'why.mdx' };
      return task.kind === 'page'
        ? { kind: 'done', result: { page: compilePage(task.file, task.text, tools) } }
        : { kind: 'done', result: { lesson: serialize(compileLesson(task.source, tools)) } };
    },
    async close() {},
  };
  const compiler = cachedCompiler(plain, entryStore(folder), () => version);
  return { compiler, compiled, folder };
}

test.each([lesson, page])('a $kind is compiled once, and its stored result is the same', async (task) => {
  const { compiler, compiled, folder } = counted();
  const fresh = await compiler.compile(task);
  const stored = await compiler.compile(task);
  const later = await counted({}, folder).compiler.compile(task);
  expect([stored, later]).toEqual([fresh, fresh]);
  expect(compiled).toHaveLength(1);
});

test('a stored lesson has its texts, keys and findings', async () => {
  const { compiler } = counted();
  const withMistake = { ...source, files: new Map([...source.files, ['why.mdx', '# Big'] as const]) };
  const fresh = await guardedLesson(withMistake, compiler);
  const stored = await guardedLesson(withMistake, compiler, false);
  expect(stored.findings).toEqual(fresh.findings);
  expect(stored.findings.map(({ rule }) => rule)).toEqual(['heading-one']);
  expect(stored.lesson?.activities.map(({ body }) => body)).toEqual(
    fresh.lesson?.activities.map(({ body }) => body),
  );
  expect(stored.lesson?.secrets.get('good-challenge')?.open().key).toMatchObject({ correct: ['start'] });
});

const withFile = (name: string, text: string): CompileTask => ({
  kind: 'lesson',
  source: { ...source, files: new Map([...source.files, [name, text]]) },
});

test.each([
  ['a text', withFile('why.mdx', 'Other words.')],
  ['a file more', withFile('deep.mdx', 'Words.')],
  ['the name of the folder', { kind: 'lesson', source: { ...source, folder: 'elsewhere/good' } }],
  ['the name of the lesson', { kind: 'lesson', source: { ...source, slug: 'better' } }],
] satisfies [string, CompileTask][])(
  'after a change of %s the lesson is compiled again',
  async (_what, task) => {
    const { compiler, compiled } = counted();
    await compiler.compile(lesson);
    await compiler.compile(task);
    expect(compiled).toHaveLength(2);
  },
);

test('letters that move from one file to the next make another lesson', async () => {
  const { compiler, compiled } = counted();
  for (const files of [
    [
      ['a.mdx', 'one'],
      ['b.mdx', 'two'],
    ],
    [
      ['a.mdx', 'onetwo'],
      ['b.mdx', ''],
    ],
  ] satisfies [string, string][][])
    await compiler.compile({ kind: 'lesson', source: { ...source, files: new Map(files) } });
  expect(compiled).toHaveLength(2);
});

test('what another version of the compiler has made does not count', async () => {
  const { compiler, folder } = counted();
  await compiler.compile(lesson);
  const next = counted({ version: 'two' }, folder);
  await next.compiler.compile(lesson);
  expect(next.compiled).toHaveLength(1);
});

test('a lesson that took too long is tried again', async () => {
  const { compiler, compiled } = counted({ refuses: true });
  expect([await compiler.compile(lesson), await compiler.compile(lesson)]).toEqual([
    { kind: 'slow', file: 'why.mdx' },
    { kind: 'slow', file: 'why.mdx' },
  ]);
  expect(compiled).toHaveLength(2);
});

const bodies = (name: string) => name.endsWith('.body');
const heads = (name: string) => !bodies(name);

test.each([
  ['the head is damaged', heads, (file: string) => writeFileSync(file, '{"outline":')],
  ['the body is damaged', bodies, (file: string) => writeFileSync(file, 'null')],
  // So a process that is killed between the two leaves them.
  ['the head was never written', heads, (file: string) => rmSync(file)],
  ['the body is gone', bodies, (file: string) => rmSync(file)],
])('a lesson is compiled again when %s', async (_what, which, damage) => {
  for (const isWhole of [true, false]) {
    const { compiler, compiled, folder } = counted();
    const fresh = await guardedLesson(source, compiler, isWhole);
    for (const name of readdirSync(folder).filter(which)) damage(join(folder, name));
    const again = await guardedLesson(source, compiler, isWhole);
    expect(again.lesson?.activities.map(({ body }) => body)).toEqual(
      fresh.lesson?.activities.map(({ body }) => body),
    );
    expect(compiled).toHaveLength(2);
  }
});

test('a body that is damaged without a change of its length is noticed when it is read', async () => {
  const { compiler, compiled, folder } = counted();
  await guardedLesson(source, compiler);
  const [body = ''] = readdirSync(folder).filter(bodies);
  writeFileSync(join(folder, body), ' '.repeat(statSync(join(folder, body)).size));
  const late = await guardedLesson(source, compiler, false);
  expect(() => late.lesson?.secrets).toThrow('Run the command again');
  expect((await guardedLesson(source, compiler)).lesson?.secrets.size).toBeGreaterThan(0);
  expect(compiled).toHaveLength(2);
});

test('what a server has compiled for long is pruned on the way', async () => {
  const { folder } = counted();
  const page = (at: number): PageTask => ({ kind: 'page', file: `${at}.mdx`, text: 'Words.' });
  const plain: Compiler = {
    compile: async () => ({ kind: 'done', result: { page: { frontMatter: null, body: [], findings: [] } } }),
    async close() {},
  };
  const compiler = cachedCompiler(plain, entryStore(folder, 1), () => 'one');
  for (let at = 1; at < pruneEvery; at++) await compiler.compile(page(at));
  expect(readdirSync(folder)).toHaveLength(pruneEvery - 1);
  await compiler.compile(page(pruneEvery));
  expect(readdirSync(folder)).toEqual([]);
});
