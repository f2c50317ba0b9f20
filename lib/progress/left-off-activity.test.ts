import { expect, test } from 'vitest';
import { fixtureLibrary, fixtureLessonId as lessonId } from '#tests/fixture-course.ts';
import { type DatedStanding, leftOffActivity } from './left-off-activity.ts';

const library = fixtureLibrary();
const row = (activity: string, solved: number, day: number): DatedStanding => ({
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
  { why: 'none before anything was started', workedOn: [], open: [], is: null },
  {
    why: 'the newest activity with something left',
    workedOn: [row('try', 1, 1), row('practice', 1, 2)],
    open: [],
    is: 'practice 1/2',
  },
  {
    why: 'a finished activity is skipped',
    workedOn: [row('try', 2, 1), row('practice', 2, 9)],
    open: [],
    is: 'try 2/3',
  },
  {
    why: 'an open test counts',
    workedOn: [row('try', 1, 1)],
    open: [row('test', 0, 3)],
    is: 'test 0/0',
  },
  { why: 'a closed test does not count', workedOn: [row('test', 4, 9)], open: [], is: null },
  { why: 'none when everything is solved', workedOn: all, open: [], is: null },
  {
    why: 'a removed lesson is skipped',
    workedOn: [{ ...row('try', 1, 1), lessonId: 'gone' }],
    open: [],
    is: null,
  },
])('$why', ({ workedOn, open, is }) => {
  const found = leftOffActivity(library, workedOn, open);
  expect(found && `${found.activity} ${found.progress.done}/${found.progress.total}`).toBe(is);
});
