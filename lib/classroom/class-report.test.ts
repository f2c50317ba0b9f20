import { expect, test } from 'vitest';
import { fixtureLibrary, fixtureLessonId as lessonId } from '#tests/fixture-course.ts';
import { type SortOrder, sortedRows, studentRow } from './class-report.ts';
import type { ActivityWork } from './stuck.ts';

const lessons = fixtureLibrary().lessons();
const now = new Date('2026-11-22T09:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

function student(
  name: string,
  work: readonly Partial<ActivityWork>[],
  outcomes: readonly ('strong' | 'not-yet')[] = [],
) {
  const whole = work.map((row) => ({ lessonId, activity: 'try', solved: 1, wrong: 0, lastAt: now, ...row }));
  const who = { id: `id-${name}`, name, userName: name, points: 0, joinedAt: daysAgo(20) };
  return studentRow(who, {
    lessons,
    standings: whole,
    verdicts: outcomes.map((outcome) => ({ lessonId, outcome, at: daysAgo(2), standing: 1 })),
    standingIn: () => undefined,
    now,
  });
}

test('a row has a cell for each lesson, by progress and the newest verdict', () => {
  const { cells, lastAt } = student(
    'ada',
    [
      { solved: 3, lastAt: daysAgo(2) },
      { activity: 'review', solved: 3 },
    ],
    ['not-yet', 'strong'],
  );
  expect(cells).toMatchObject([
    { level: 4, progress: { done: 5, total: 13 }, mastery: { level: 'strong', outcome: 'strong' } },
  ]);
  expect(lastAt).toEqual(now);
});

test('an old strong test, or wrong answers since, give fading', () => {
  const who = { id: 'id-mo', name: 'Mo', userName: 'mo', points: 0, joinedAt: daysAgo(90) };
  const tested = (days: number) => [{ lessonId, outcome: 'strong', at: daysAgo(days), standing: 1 } as const];
  const cellOf = (days: number, standing: number, answered = days) =>
    studentRow(who, {
      lessons,
      standings: [],
      verdicts: tested(days),
      standingIn: () => ({ standing, lastAt: daysAgo(answered) }),
      now,
    }).cells[0];
  expect(cellOf(3, 1)?.mastery.level).toBe('strong');
  expect(cellOf(40, 1)).toMatchObject({ level: 3, mastery: { level: 'fading' } });
  expect(cellOf(3, 0, 1)).toMatchObject({ level: 3, mastery: { level: 'fading' } });
  expect(cellOf(3, 0)?.mastery.level, 'without answers since the test').toBe('strong');
});

test('a student without any work has a row', () => {
  expect(student('new', [])).toMatchObject({ cells: [{ level: 0 }], lastAt: null, stuck: { urgency: 2 } });
});

const rows = [
  student('cleo', [{ lastAt: daysAgo(1) }]),
  student('abe', [{ lastAt: daysAgo(2) }]),
  student('silent', [{ lastAt: daysAgo(9) }]),
  student('gone', [{ lastAt: daysAgo(15) }]),
  student('stuck', [{ solved: 0, wrong: 8, lastAt: daysAgo(3) }]),
];

test.each<{ by: SortOrder; is: string[] }>([
  { by: 'need', is: ['stuck', 'gone', 'silent', 'abe', 'cleo'] },
  { by: 'name', is: ['abe', 'cleo', 'gone', 'silent', 'stuck'] },
  { by: 'last', is: ['cleo', 'abe', 'stuck', 'silent', 'gone'] },
])('sorted by $by', ({ by, is }) => expect(sortedRows(rows, by).map(({ name }) => name)).toEqual(is));
