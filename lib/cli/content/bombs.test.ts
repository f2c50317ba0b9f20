import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Finding } from '#lib/lesson/lesson.ts';
import { bombs } from '#lib/lesson/testing/attack-vectors.ts';
import { compileProcess } from '#lib/server/content/compiler/compile-process.ts';
import { processCompiler } from '#lib/server/content/compiler/process-compiler.ts';
import { loadHandbook } from '#lib/server/content/handbook.ts';
import { loadLibrary } from '#lib/server/content/library.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { sampled } from '#tests/sampled.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { checkContent } from './check-content.ts';

/** The good course with other files; returns the folder of tracks. */
function courseWith(files: Record<string, string>): string {
  const dir = join(tempFolder('bombs'), 'tracks');
  for (const [name, text] of Object.entries({ ...goodCourse, ...files })) {
    const file = join(dir, 'course', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return dir;
}

const linesOf = (findings: readonly Finding[]) =>
  findings.map(({ file, line, rule }) => `${file.replace(/^.*\/course\//, '')}:${line} ${rule}`).toSorted();

const slow = 'diagrams by the hundred';
/** Refused at once by its limits, or after the two seconds of processor time that a file has. */
const planted = ['backticks of every length in a megabyte', slow].flatMap((name) =>
  [1, 2, 4].map((size) => ({ name, size, text: bombs[name]?.(size) ?? '' })),
);
const refusal = /^good\/why\.mdx:\d+ (limit|too-slow)$/;
/** Processor time in milliseconds that this process, which serves visitors, may take; a bomb needs two seconds or more. */
const mostOwnMs = 1_500;

afterAll(() => processCompiler().close());

test.each(sampled(planted, 3, 'bombs in builds'))(
  '$name, $size times, is refused by build, start and development',
  async ({ text }) => {
    const dir = courseWith({ 'good/why.mdx': text, 'good/scale.mdx': '# Big\n' });
    await processCompiler().compile({ kind: 'page', file: 'a.mdx', text: 'This starts the process.' });
    const memory = new Map();
    const before = process.cpuUsage();
    const library = await loadLibrary(dir, null, memory);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(mostOwnMs);
    const lines = linesOf(library.findings);
    expect(lines.some((line) => refusal.test(line))).toBe(true);
    expect(lines).toContain('good/scale.mdx:1 heading-one');
    const { message } = library.findings.find(({ file }) => file.endsWith('why.mdx')) ?? {};
    expect(message).toMatch(/Split|[Rr]emove|Break it/);
    expect(library.lessons().map(({ slug }) => slug)).toEqual(['short']);
    // In development the files are read with each request; what was refused is not tried again.
    expect((await loadLibrary(dir, null, memory)).findings).toEqual(library.findings);
  },
);

test.each(sampled(planted, 2, 'bombs in checks'))(
  '$name, $size times, is refused by the check',
  async ({ text }) => {
    const { findings } = await checkContent(courseWith({ 'good/why.mdx': text }), () => undefined, {
      runsFolder: null,
    });
    expect(linesOf(findings).some((line) => refusal.test(line))).toBe(true);
  },
);

test('a bomb in the page of a track is refused, and its lessons are there', async () => {
  const [head] = goodCourse['track.mdx']?.split(/(?<=\n---\n)/) ?? [];
  const library = await loadLibrary(courseWith({ 'track.mdx': `${head}\n${bombs[slow]?.(1)}` }), null);
  expect(linesOf(library.findings)).toEqual(['track.mdx:1 too-slow']);
  expect(library.lessons()).toHaveLength(2);
});

test('a bomb in the handbook leaves its other pages', async () => {
  const root = tempFolder('bombs-handbook');
  writeFileSync(join(root, 'index.mdx'), '---\ntitle: Help\n---\n\nText.\n');
  writeFileSync(join(root, 'bomb.mdx'), `---\ntitle: Bomb\n---\n\n${bombs[slow]?.(1)}`);
  const pages = await loadHandbook(null, root);
  expect(pages.map(({ title, body }) => [title, body.length]).toSorted()).toEqual([
    ['Bomb', 0],
    ['Help', 1],
  ]);
});

test('tasks that come at once are done one after the other, each with its own result', async () => {
  const compiler = compileProcess();
  const outcomes = await Promise.all(
    ['a', 'b', 'c'].map((name) => compiler.compile({ kind: 'page', file: `${name}.mdx`, text: `# ${name}` })),
  );
  const files = outcomes.map((outcome) => outcome.kind === 'done' && outcome.result.page?.findings[0]?.file);
  expect(files).toEqual(['a.mdx', 'b.mdx', 'c.mdx']);
  await compiler.close();
});
