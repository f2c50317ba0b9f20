import { expect, test } from 'vitest';
import {
  type DeliveryChanges,
  deliveryByMode,
  deliveryFaults,
  deliveryOf,
  type Mode,
  servedItemCount,
} from './delivery.ts';

test.each<{ mode: Mode; changes: DeliveryChanges; wanted: object; why: string }>([
  { mode: 'try', changes: {}, wanted: deliveryByMode.try, why: 'without changes a kind keeps its rules' },
  {
    mode: 'practice',
    changes: { attempts: 2 },
    wanted: { attempts: 2, solution: 'after-last' },
    why: 'limited attempts hold the solution back',
  },
  {
    mode: 'practice',
    changes: { attempts: 1 },
    wanted: { attempts: 1, solution: 'after-answer' },
    why: 'after the only attempt it may be seen',
  },
  {
    mode: 'challenge',
    changes: { feedback: 'at-end' },
    wanted: { attempts: 1, feedback: 'at-end', solution: 'at-end' },
    why: 'feedback at the end means one attempt',
  },
  {
    mode: 'challenge',
    changes: { clock: false, hints: false },
    wanted: { clock: false, hints: false, attempts: 2 },
    why: 'what is stated is changed and nothing else',
  },
])('$why', ({ mode, changes, wanted }) => expect(deliveryOf(mode, changes)).toMatchObject(wanted));

test.each<{ mode: Mode; changes: DeliveryChanges; fields: string[] }>([
  { mode: 'try', changes: { attempts: 5, hints: false, shuffle: false, draw: 4 }, fields: [] },
  { mode: 'challenge', changes: { attempts: 3, clock: false, draw: 1 }, fields: [] },
  { mode: 'challenge', changes: { feedback: 'at-end' }, fields: [] },
  { mode: 'practice', changes: { feedback: 'at-end' }, fields: ['feedback', 'solution'] },
  { mode: 'challenge', changes: { attempts: null }, fields: ['attempts'] },
  { mode: 'challenge', changes: { attempts: 4 }, fields: ['attempts'] },
  { mode: 'challenge', changes: { feedback: 'at-end', attempts: 2 }, fields: ['attempts'] },
  { mode: 'try', changes: { solution: 'after-answer' }, fields: ['solution'] },
  { mode: 'try', changes: { clock: true }, fields: ['clock'] },
  { mode: 'review', changes: { draw: 2 }, fields: ['draw'] },
  { mode: 'practice', changes: { draw: 5 }, fields: ['draw'] },
])('$mode with $changes has faults in $fields', ({ mode, changes, fields }) =>
  expect(deliveryFaults(mode, changes, 5).map(({ field }) => field)).toEqual(fields),
);

test('a draw serves as many as it says, and never more than there are', () => {
  const items = [1, 2, 3];
  expect(servedItemCount({ items, delivery: { draw: null } })).toBe(3);
  expect(servedItemCount({ items, delivery: { draw: 2 } })).toBe(2);
  expect(servedItemCount({ items, delivery: { draw: 9 } })).toBe(3);
});
