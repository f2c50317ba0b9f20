import { expect, test } from 'vitest';
import { fixtureLibrary, fixtureLessonId as lessonId } from '#tests/fixture-course.ts';
import { studentRow } from './class-report.ts';
import { gradebook } from './gradebook.ts';

const lessons = fixtureLibrary().lessons();
const at = new Date('2026-11-22T09:00:00Z');
const ada = { id: 'ada', name: 'Ada', userName: 'ada', points: 16, joinedAt: at };

test('one row for each student, five columns for each lesson', () => {
  const work = [{ lessonId, activity: 'try', solved: 3, wrong: 1, lastAt: at }];
  const row = studentRow(ada, {
    lessons,
    standings: work,
    verdicts: [{ lessonId, outcome: 'strong', at, standing: 1 }],
    standingIn: () => undefined,
    now: at,
  });
  const extra = { badges: new Map([[lessonId, ['Fixture Badge']]]), points: new Map([[lessonId, 16]]) };
  expect(gradebook(lessons, [{ row, extra }])).toEqual([
    [
      'Name',
      'User name',
      'Points',
      'Last activity (UTC)',
      'The fixture: progress %',
      'The fixture: level',
      'The fixture: latest test',
      'The fixture: badges',
      'The fixture: points',
    ],
    ['Ada', 'ada', 16, '2026-11-22T09:00:00.000Z', 23, 'Strong', 'Strong', 'Fixture Badge', 16],
  ]);
});

test('headings are unique, also for lessons with equal titles', () => {
  const named = (track: string, slug: string, title: string) =>
    lessons.map((lesson) => ({ ...lesson, id: `${track}-${slug}`, track, slug, title }));
  const same = [
    ...named('python', 'start', 'Introduction'),
    ...named('sql', 'start', 'Introduction'),
    ...named('sql', 'again', 'introduction'),
    ...named('r', 'start', 'Introduction (sql)'),
  ];
  const [head = []] = gradebook(same, []);
  expect(new Set(head.map((heading) => String(heading).toLowerCase())).size).toBe(head.length);
  expect(head).toContain('Introduction (python): points');
});

test('a student without work has zeros and empty cells', () => {
  const row = studentRow(
    { ...ada, points: 0 },
    { lessons, standings: [], verdicts: [], standingIn: () => undefined, now: at },
  );
  const [, cells] = gradebook(lessons, [{ row, extra: { badges: new Map(), points: new Map() } }]);
  expect(cells).toEqual(['Ada', 'ada', 0, null, 0, 'New', null, null, 0]);
});
