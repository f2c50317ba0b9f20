import { expect, test } from 'vitest';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import type { KeepFile } from './compile-activity.ts';
import { compileLesson } from './compile-lesson.ts';
import { splitLesson } from './lesson-parts.ts';
import { lockText } from './proof-lock.ts';
import type { LessonSource } from './source.ts';

const files = new Map(
  Object.entries(goodCourse).flatMap(([path, text]) =>
    path.startsWith('good/') && path.endsWith('.mdx') ? [[path.slice('good/'.length), text] as const] : [],
  ),
);
const source: LessonSource = { track: 'course', slug: 'good', folder: 'course/good', files };
const names = [...files.keys()];

const tools = {
  highlight: (value: string) => [{ type: 'text' as const, value }],
  hash: (text: string) => `${text.length}`.padStart(20, '0'),
};

/** A keeper of JSON, and the files that were compiled. */
function keeper() {
  const kept = new Map<string, string>();
  const made: string[] = [];
  const keep: KeepFile = (madeFrom, make) => {
    const name = JSON.stringify(madeFrom);
    const stored = kept.get(name);
    if (stored !== undefined) return JSON.parse(stored);
    made.push(madeFrom[0] ?? '');
    const fresh = make();
    kept.set(name, JSON.stringify(fresh));
    return fresh;
  };
  const compile = (one: LessonSource) => {
    made.length = 0;
    const { lesson, findings } = compileLesson(one, { ...tools, keep });
    return { findings, parts: lesson && splitLesson(lesson), made: [...made].toSorted() };
  };
  return compile;
}

/** The result of compiling without anything kept. */
function fresh(one: LessonSource) {
  const { lesson, findings } = compileLesson(one, tools);
  return { findings, parts: lesson && splitLesson(lesson) };
}

const edited = (name: string, from: string | RegExp, to: string): LessonSource => ({
  ...source,
  files: new Map([...files, [name, (files.get(name) ?? '').replace(from, to)]]),
});

const picture = { hash: 'a'.repeat(64), type: 'png', width: 10, height: 10 } as const;

test.each([
  ['nothing', source, []],
  ['a text', edited('challenge.mdx', /$/, '\nOne more sentence.\n'), ['challenge.mdx']],
  ['the words of the lesson', edited('lesson.mdx', /$/, '\nOne more sentence.\n'), ['lesson.mdx']],
  [
    'a file more',
    { ...source, files: new Map([...files, ['pool/more.mdx', 'Words.\n']]) },
    ['pool/more.mdx'],
  ],
  ['the name of an objective', edited('lesson.mdx', /(objectives:\n\s+- id: )\S+/, '$1other'), names],
  ['a picture', { ...source, pictures: new Map([['a.png', picture]]) }, names],
  ['the lock file', { ...source, proofs: lockText({}) }, names],
  ['the file of ids', { ...source, ids: '{}' }, names],
  ['the folder', { ...source, folder: 'course/other' }, names],
  ['the name of the lesson', { ...source, slug: 'other' }, names],
  ['the name of the track', { ...source, track: 'other' }, names],
] satisfies [string, LessonSource, string[]][])(
  'after an edit of %s only what depends on it is compiled, with the result of a fresh run',
  (_what, changed, expected) => {
    const compile = keeper();
    compile(source);
    const { made, ...result } = compile(changed);
    expect(made).toEqual(expected.toSorted());
    expect(result).toEqual(fresh(changed));
  },
);

test('a mistake is found again in a file that was kept', () => {
  const wrong = edited('challenge.mdx', /$/, '\n# Too big\n');
  const compile = keeper();
  compile(wrong);
  const { made, findings } = compile(wrong);
  expect(made).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual(['heading-one']);
});
