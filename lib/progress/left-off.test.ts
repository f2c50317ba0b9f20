import { expect, test } from 'vitest';
import { fixtureLibrary, fixtureLessonId as lessonId } from '#tests/fixture-course.ts';
import { leftOff, nextStop, type Touched } from './left-off.ts';

const library = fixtureLibrary();
const row = (activity: string, solved: number, day: number): Touched => ({
  lessonId,
  activity,
  solved,
  lastAt: new Date(Date.UTC(2026, 10, day)),
});
const all = [
  row('introduction', 1, 1),
  row('try', 3, 2),
  row('challenge', 2, 3),
  row('project', 2, 4),
  row('review', 2, 5),
  row('scale', 1, 6),
  row('practice', 2, 7),
];

test.each([
  { why: 'nothing begun, nothing to go on with', touched: [], open: [], is: null },
  {
    why: 'the newest activity with something left',
    touched: [row('try', 1, 1), row('practice', 1, 2)],
    open: [],
    is: 'practice 1/2',
  },
  {
    why: 'a finished activity is passed over',
    touched: [row('try', 2, 1), row('practice', 2, 9)],
    open: [],
    is: 'try 2/3',
  },
  {
    why: 'an open test is gone on with',
    touched: [row('try', 1, 1)],
    open: [row('test', 0, 3)],
    is: 'test 0/0',
  },
  { why: 'a closed test is no place to go on', touched: [row('test', 4, 9)], open: [], is: null },
  { why: 'all is solved', touched: all, open: [], is: null },
  {
    why: 'a lesson that is gone is passed over',
    touched: [{ ...row('try', 1, 1), lessonId: 'gone' }],
    open: [],
    is: null,
  },
])('$why', ({ touched, open, is }) => {
  const stop = leftOff(library, touched, open);
  expect(stop && `${stop.activity} ${stop.progress.done}/${stop.progress.of}`).toBe(is);
});

test('what comes next has its reason', () => {
  const why = (touched: Touched[]) => nextStop(library, touched, new Set(), new Map())?.why;
  expect(why(all.slice(0, 2))).toBe('The first part of this lesson that you have not finished.');
  expect(why(all)).toBe('You have finished the lesson: a short test says how sure that is.');
});

test.each([
  { why: 'the first unfinished activity comes next', touched: all.slice(0, 2), strong: [], is: 'challenge' },
  { why: 'when all is solved, the test', touched: all, strong: [], is: 'test' },
  {
    why: 'after a strong test nothing is left of this track',
    touched: all,
    strong: [lessonId],
    is: undefined,
  },
  { why: 'who has done nothing gets no next step here', touched: [], strong: [], is: undefined },
])('$why', ({ touched, strong, is }) => {
  expect(nextStop(library, touched, new Set(strong), new Map())?.activity).toBe(is);
});

test('after a test that did not say strong, what was advised comes next', () => {
  const help = new Map([[lessonId, { activity: 'practice', words: 'Practice asks it.' } as const]]);
  expect(nextStop(library, [row('introduction', 1, 1)], new Set(), help)).toMatchObject({
    activity: 'practice',
    why: 'Practice asks it.',
    progress: { done: 0, of: 2 },
  });
});
