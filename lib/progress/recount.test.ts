import { expect, test } from 'vitest';
import type { Answer } from '#lib/item/registry.ts';
import { type LedgerEntry, recountTotals } from './recount.ts';

const entry = (day: number, itemId: string, answer: Answer, score: number, points = 0): LedgerEntry => ({
  lessonId: 'seeds',
  activity: 'practice',
  itemId,
  answer,
  score,
  points,
  receivedAt: new Date(Date.UTC(2026, 10, day, 12)),
  localDay: `2026-11-${String(day).padStart(2, '0')}`,
});
const chosen = { options: ['a'] };

test('an item counts as solved once, whatever follows', () => {
  const { xp, items, activities } = recountTotals(
    [
      entry(1, 'q', chosen, 0),
      entry(2, 'q', chosen, 1, 4),
      entry(3, 'q', chosen, 1),
      entry(3, 'q', chosen, 0.5),
    ],
    [],
  );
  expect(xp).toBe(4);
  expect(items).toMatchObject([{ itemId: 'q', tries: 4, bestScore: 1, solved: true, points: 4 }]);
  expect(activities).toMatchObject([{ solved: 1, tries: 4, wrong: 2 }]);
});

test('a recall is solved when it was compared, and nobody fails it', () => {
  const { activities } = recountTotals(
    [
      entry(1, 'r', { text: 'seed', ticks: null }, 0.5),
      entry(1, 'r', { text: 'seed', ticks: ['a'] }, 0.5, 2),
    ],
    [],
  );
  expect(activities).toMatchObject([{ solved: 1, tries: 2, wrong: 0 }]);
});

test('a card that was not known is unsolved, but not wrong', () => {
  const { activities } = recountTotals([entry(1, 'c', { rating: 'again' }, 0)], []);
  expect(activities).toMatchObject([{ solved: 0, tries: 1, wrong: 0 }]);
});

test('days in a row are counted again by the days of the ledger', () => {
  const { streak } = recountTotals(
    [1, 2, 3, 5].map((day) => entry(day, `q${day}`, chosen, 1, 4)),
    [],
  );
  expect(streak).toEqual({ days: 1, best: 3, freezes: 0, lastDay: '2026-11-05' });
});

test('reading is one step, once, and no day of a streak', () => {
  const at = new Date(Date.UTC(2026, 10, 2));
  const totals = recountTotals([], [{ lessonId: 'seeds', activity: 'why', at }]);
  expect(totals).toMatchObject({
    xp: 0,
    streak: { days: 0 },
    activities: [{ activity: 'why', solved: 1, tries: 0, lastAt: at }],
  });
});

test('answers after a reading add to it, a reading after answers adds nothing', () => {
  const read = (day: number) => ({
    lessonId: 'seeds',
    activity: 'practice',
    at: new Date(Date.UTC(2026, 10, day)),
  });
  const answers = [entry(3, 'q', chosen, 1, 4)];
  expect(recountTotals(answers, [read(1)]).activities).toMatchObject([{ solved: 2, tries: 1 }]);
  expect(recountTotals(answers, [read(9)]).activities).toMatchObject([{ solved: 1, tries: 1 }]);
});
