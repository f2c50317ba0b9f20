import { expect, test } from 'vitest';
import { type ItemLocations, recountTotals } from './recount.ts';
import type { ActivityRef, AnswerCorrectness, LedgerEntry } from './tally.ts';

const practice = { lessonId: 'seeds', activity: 'practice' };

interface Answered {
  readonly day: number;
  readonly itemId?: string;
  readonly verdict?: AnswerCorrectness;
  readonly score: number;
  readonly points?: number;
}

const entry = ({
  day,
  itemId = 'q',
  verdict = 'right',
  score,
  points = 0,
}: Answered): LedgerEntry & ActivityRef => ({
  ...practice,
  itemId,
  verdict,
  score,
  points,
  receivedAt: new Date(Date.UTC(2026, 10, day, 12)),
  localDay: `2026-11-${String(day).padStart(2, '0')}`,
  timeZone: 'UTC',
});

/** Lessons in which no item has moved and `why` has no questions. */
const unmoved: ItemLocations = {
  activityOf: () => practice,
  hasNoQuestions: ({ activity }) => activity === 'why',
};

test('an item counts as solved once', () => {
  const ledger = [
    entry({ day: 1, verdict: 'wrong', score: 0 }),
    entry({ day: 2, score: 1, points: 4 }),
    entry({ day: 3, score: 1 }),
    entry({ day: 3, verdict: 'wrong', score: 0.5 }),
  ];
  const { xp, items, activities } = recountTotals(ledger, [], unmoved);
  expect(xp).toBe(4);
  expect(items).toMatchObject([{ itemId: 'q', tries: 4, bestScore: 1, solved: true, points: 4 }]);
  expect(activities).toMatchObject([{ solved: 1, tries: 4, wrong: 2 }]);
});

test('an open question is never counted as wrong', () => {
  const { activities } = recountTotals(
    [
      entry({ day: 1, itemId: 'r', verdict: 'open', score: 0.5 }),
      entry({ day: 1, itemId: 'r', score: 0.5, points: 2 }),
      entry({ day: 2, itemId: 'card', verdict: 'open', score: 0 }),
    ],
    [],
    unmoved,
  );
  expect(activities).toMatchObject([{ solved: 1, tries: 3, wrong: 0 }]);
});

test('the streak is recomputed from the days of the ledger', () => {
  const ledger = [1, 2, 3, 5].map((day) => entry({ day, itemId: `q${day}`, score: 1, points: 4 }));
  const { streak } = recountTotals(ledger, [], unmoved);
  expect(streak).toEqual({
    days: 1,
    best: 3,
    freezes: 0,
    lastDay: '2026-11-05',
    lastAt: new Date('2026-11-05T12:00:00Z'),
    lastZone: 'UTC',
  });
});

test('reading is one step and does not count for the streak', () => {
  const at = new Date(Date.UTC(2026, 10, 2));
  const totals = recountTotals([], [{ lessonId: 'seeds', activity: 'why', at }], unmoved);
  expect(totals).toMatchObject({
    xp: 0,
    streak: { days: 0 },
    activities: [{ activity: 'why', solved: 1, tries: 0, lastAt: at }],
  });
});

test('an activity that now has questions is no longer done by reading', () => {
  const at = new Date(Date.UTC(2026, 10, 2));
  expect(recountTotals([], [{ ...practice, at }], unmoved).activities).toEqual([]);
});

test('progress moves with an item that was moved to another activity', () => {
  const ledger = [
    entry({ day: 1, score: 1, points: 4 }),
    entry({ day: 2, itemId: 'moved', score: 1, points: 4 }),
  ];
  const { activities, items } = recountTotals(ledger, [], {
    ...unmoved,
    activityOf: (id) => (id === 'moved' ? { lessonId: 'seeds', activity: 'why' } : practice),
  });
  expect(activities).toMatchObject([
    { activity: 'practice', solved: 1 },
    { activity: 'why', solved: 1 },
  ]);
  expect(items).toMatchObject([{ activity: 'practice' }, { activity: 'why' }]);
});

test('a removed item keeps its points and counts in no activity', () => {
  const { xp, activities, items } = recountTotals(
    [entry({ day: 1, itemId: 'gone', score: 1, points: 4 })],
    [],
    {
      ...unmoved,
      activityOf: () => undefined,
    },
  );
  expect(xp).toBe(4);
  expect(activities).toEqual([]);
  expect(items).toMatchObject([{ itemId: 'gone', points: 4, activity: 'practice' }]);
});
