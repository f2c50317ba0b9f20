import { expect, test } from 'vitest';
import { type ItemLocations, recountTotals } from './recount.ts';
import type { ActivityRef, AnswerVerdict, LedgerEntry } from './tally.ts';

const practice = { lessonId: 'seeds', activity: 'practice' };

const entry = (
  day: number,
  itemId: string,
  verdict: AnswerVerdict,
  score: number,
  points = 0,
): LedgerEntry & ActivityRef => ({
  ...practice,
  itemId,
  verdict,
  score,
  points,
  receivedAt: new Date(Date.UTC(2026, 10, day, 12)),
  localDay: `2026-11-${String(day).padStart(2, '0')}`,
  timeZone: 'UTC',
});

/** Lessons in which nothing has moved, and where `why` has no questions. */
const unmoved: ItemLocations = {
  activityOf: () => practice,
  hasNoQuestions: ({ activity }) => activity === 'why',
};

test('an item counts as solved once, whatever follows', () => {
  const ledger = [
    entry(1, 'q', 'wrong', 0),
    entry(2, 'q', 'right', 1, 4),
    entry(3, 'q', 'right', 1),
    entry(3, 'q', 'wrong', 0.5),
  ];
  const { xp, items, activities } = recountTotals(ledger, [], unmoved);
  expect(xp).toBe(4);
  expect(items).toMatchObject([{ itemId: 'q', tries: 4, bestScore: 1, solved: true, points: 4 }]);
  expect(activities).toMatchObject([{ solved: 1, tries: 4, wrong: 2 }]);
});

test('an open question can be left undone, but nobody fails it', () => {
  const { activities } = recountTotals(
    [entry(1, 'r', 'open', 0.5), entry(1, 'r', 'right', 0.5, 2), entry(2, 'card', 'open', 0)],
    [],
    unmoved,
  );
  expect(activities).toMatchObject([{ solved: 1, tries: 3, wrong: 0 }]);
});

test('days in a row are counted again by the days of the ledger', () => {
  const ledger = [1, 2, 3, 5].map((day) => entry(day, `q${day}`, 'right', 1, 4));
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

test('reading is one step and no day of a streak', () => {
  const at = new Date(Date.UTC(2026, 10, 2));
  const totals = recountTotals([], [{ lessonId: 'seeds', activity: 'why', at }], unmoved);
  expect(totals).toMatchObject({
    xp: 0,
    streak: { days: 0 },
    activities: [{ activity: 'why', solved: 1, tries: 0, lastAt: at }],
  });
});

test('an activity that has questions by now is no longer done by reading', () => {
  const at = new Date(Date.UTC(2026, 10, 2));
  expect(recountTotals([], [{ ...practice, at }], unmoved).activities).toEqual([]);
});

test('progress moves with an item that was moved to another activity', () => {
  const ledger = [entry(1, 'q', 'right', 1, 4), entry(2, 'moved', 'right', 1, 4)];
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

test('an item that is gone keeps its points and counts in no activity', () => {
  const { xp, activities, items } = recountTotals([entry(1, 'gone', 'right', 1, 4)], [], {
    ...unmoved,
    activityOf: () => undefined,
  });
  expect(xp).toBe(4);
  expect(activities).toEqual([]);
  expect(items).toMatchObject([{ itemId: 'gone', points: 4, activity: 'practice' }]);
});
