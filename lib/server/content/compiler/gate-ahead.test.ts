import { expect, test } from 'vitest';
import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import { gated } from '#lib/mastery/gated-content.ts';
import { randomGuesser } from '#lib/mastery/verdict-card.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { entryStore } from './entry-store.ts';
import { gateAhead } from './gate-ahead.ts';
import { gateLessons, lessonCard } from './gate-lessons.ts';
import { keepGates } from './keep-gates.ts';
import { type KeptResults, keptResults, nothingKept } from './kept-results.ts';
import type { CompileOutcome, Compiler, GateTask } from './messages.ts';

const tools = {
  highlight: (value: string) => [{ type: 'text' as const, value }],
  hash: (text: string) => `${text.length}${text.slice(-40)}`,
};

const lesson = (goodCourse['good/lesson.mdx'] ?? '').replace('rule: challenge', 'rule: test');

/** Copies of a lesson with a pool that guessers see through, each with ids of its own. */
function lessons(count: number, ending = ''): CompiledLesson[] {
  const question = (copy: number, at: number) =>
    `<Choice id="q-${copy}-${at}" level="easy" objective="first-aim">\n\nWhat is ${at}?\n\n- [x] The long and right answer to question number ${at} <Id is="a" />\n- [ ] No ${at} <Id is="b" />\n- [ ] So ${at} <Id is="c" />\n\n</Choice>\n`;
  return Array.from({ length: count }, (_, copy) => {
    const files = new Map([
      ['lesson.mdx', `${lesson.replace('id: good-lesson', `id: good-lesson-${copy}`)}${ending}\n`],
      ['pool.mdx', Array.from({ length: 24 }, (_item, at) => question(copy, at)).join('\n')],
    ]);
    const source = { track: 'course', slug: `good-${copy}`, folder: `course/good-${copy}`, files };
    return { source, ...compileLesson(source, tools) };
  });
}

/** Works as the processes do, and counts the lessons; those in `refused` are given up. */
function gatekeeper(refused: readonly string[] = []) {
  const passed: string[] = [];
  const work = (task: GateTask): CompileOutcome => {
    const slow = task.wanted.find(({ source }) => refused.includes(source.folder));
    if (slow) return { kind: 'slow', file: slow.source.folder };
    return {
      kind: 'done',
      result: { gated: gateLessons(task, nothingKept, { onLesson: (folder) => passed.push(folder) }) },
    };
  };
  const compiler: Compiler = {
    async compile(task) {
      if (task.kind !== 'gate') throw new Error('Nothing else is compiled here');
      return work(task);
    },
    async close() {},
  };
  return { compiler, passed };
}

const findingsOf = (compiled: readonly CompiledLesson[], kept?: KeptResults) =>
  gated([{ lessons: compiled }], kept && keepGates(kept)).tracks.flatMap(({ lessons: own }) =>
    own.flatMap(({ findings }) => findings),
  );

const emptyKept = (folder = tempFolder('gates')) => keptResults(entryStore(folder), () => 'one');

test('what the processes say is what the gate says, and each lesson passes once', async () => {
  const folder = tempFolder('gates');
  const all = lessons(3);
  const { compiler, passed } = gatekeeper();
  const kept = emptyKept(folder);
  await gateAhead(all, compiler, kept);
  expect(passed.toSorted()).toEqual(all.map(({ source }) => source.folder));
  const found = findingsOf(all, kept);
  expect(found.map(({ rule }) => rule)).toContain('test-guessed');
  expect(found).toEqual(findingsOf(all));
  await kept.written();
  await gateAhead(all, compiler, emptyKept(folder));
  expect(passed).toHaveLength(3);
});

test('after an edit the lesson and those that learn from it pass again', async () => {
  const folder = tempFolder('gates');
  const { compiler, passed } = gatekeeper();
  const before = emptyKept(folder);
  await gateAhead(lessons(2), compiler, before);
  await before.written();
  const [edited] = lessons(1, 'Edited ');
  const [, other] = lessons(2);
  if (!edited || !other) throw new Error('Two lessons are needed');
  await gateAhead([edited, other], compiler, emptyKept(folder));
  expect(passed).toHaveLength(4);
});

test('a lesson that takes too long is refused, the others pass, and it is tried again by the next process', async () => {
  const folder = tempFolder('gates');
  const all = lessons(3);
  const { compiler, passed } = gatekeeper(['course/good-1']);
  const kept = emptyKept(folder);
  await gateAhead(all, compiler, kept);
  expect(passed.toSorted()).toEqual(['course/good-0', 'course/good-2']);
  const slow = findingsOf(all, kept).filter(({ rule }) => rule === 'too-slow');
  expect(slow).toMatchObject([{ file: 'course/good-1/lesson.mdx', severity: 'error' }]);
  await kept.written();
  const next = gatekeeper();
  await gateAhead(all, next.compiler, emptyKept(folder));
  expect(next.passed).toEqual(['course/good-1']);
});

test('an edit of the texts simulates no test again, an edit of the pool does', () => {
  const kept = emptyKept();
  const made: string[] = [];
  const counting: KeptResults = {
    ...kept,
    get: (kind, madeFrom, make) =>
      kept.get(kind, madeFrom, () => {
        made.push(kind);
        return make();
      }),
  };
  const cardOf = ([one]: readonly CompiledLesson[], level?: 'hard') =>
    one?.lesson &&
    lessonCard(
      level ? { ...one.lesson, pool: one.lesson.pool.map((item) => ({ ...item, level })) } : one.lesson,
      { sitting: [{ ...randomGuesser, cure: '', share: 0 }], simulated: null },
      counting,
    );
  const card = cardOf(lessons(1));
  expect(card?.tests).toBe(1000);
  expect(cardOf(lessons(1, 'Edited '))).toEqual(card);
  expect(made).toEqual(['card']);
  cardOf(lessons(1), 'hard');
  expect(made).toEqual(['card', 'card']);
});
