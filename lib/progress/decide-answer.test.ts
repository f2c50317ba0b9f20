import { describe, expect, test } from 'vitest';
import type { Answer } from '#lib/item/registry.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import type { Attempt } from './attempt.ts';
import type { SubmittedAnswer } from './decide-answer.ts';
import {
  attemptAt,
  changesOf,
  contextOf,
  decide,
  msAgo,
  no,
  now,
  refusal,
  trying,
  yes,
} from './testing/attempt.ts';

const rightOrder: Answer = { order: ['one', 'two', 'three'] };
const second = 1_000;
const open = { sitting: {} };

describe('whether an answer is recorded', () => {
  const stored = { itemId: 'try-1', answer: yes };
  const closed = { sitting: { closedAt: msAgo(second) } };
  test.each<{ why: string; attempt: Attempt; answer: Answer; more?: Partial<SubmittedAnswer>; is: string }>([
    {
      why: 'a right answer is',
      attempt: attemptAt('try-1', { context: trying() }),
      answer: yes,
      is: 'recorded',
    },
    {
      why: 'a wrong answer is',
      attempt: attemptAt('try-1', { context: trying() }),
      answer: no,
      is: 'recorded',
    },
    {
      why: 'the first answer of an activity starts its round',
      attempt: attemptAt('try-1', { context: contextOf('try') }),
      answer: yes,
      is: 'recorded',
    },
    {
      why: 'one without a chosen option is incomplete',
      attempt: attemptAt('try-1', { context: trying() }),
      answer: { options: [] },
      is: 'incomplete',
    },
    {
      why: 'an incomplete answer is incomplete, although no attempt is left',
      attempt: attemptAt('try-1', { context: trying({ opened: { 'try-1': { used: 3 } } }) }),
      answer: { options: [] },
      is: 'incomplete',
    },
    {
      why: 'the same answer sent again changes nothing',
      attempt: attemptAt('try-1', { context: trying(), history: { repeat: stored } }),
      answer: yes,
      is: 'repeated',
    },
    {
      why: 'another answer with its idempotency key is refused',
      attempt: attemptAt('try-1', { context: trying(), history: { repeat: stored } }),
      answer: no,
      is: 'key-reused',
    },
    {
      why: 'an answer to another item with its idempotency key is refused',
      attempt: attemptAt('try-1', { context: trying(), history: { repeat: { ...stored, itemId: 'try-2' } } }),
      answer: yes,
      is: 'key-reused',
    },
    {
      why: 'a repeat is found although the item is settled by now',
      attempt: attemptAt('try-1', {
        context: trying({ opened: { 'try-1': { used: 1, solved: true, settledAt: now } } }),
        history: { repeat: stored },
      }),
      answer: yes,
      is: 'repeated',
    },
    {
      why: 'a lost reply can be requested again after the round was closed',
      attempt: attemptAt('try-1', { context: contextOf('try', closed), history: { repeat: stored } }),
      answer: yes,
      more: { sitting: 1 },
      is: 'repeated',
    },
    {
      why: 'a page of an earlier round is out of date',
      attempt: attemptAt('try-1', { context: contextOf('try', closed) }),
      answer: yes,
      more: { sitting: 1 },
      is: 'stale',
    },
    {
      why: 'a page with another version of the item is out of date',
      attempt: attemptAt('try-1', { context: trying() }),
      answer: yes,
      more: { version: 'another' },
      is: 'stale',
    },
    {
      why: 'the real version of the item, which pages never show, is of no use',
      attempt: attemptAt('try-1', { context: trying() }),
      answer: yes,
      more: { version: attemptAt('try-1', { context: trying() }).found.item.version },
      is: 'stale',
    },
    {
      why: "the author's ids, which pages never show, are of no use",
      attempt: attemptAt('try-1', { context: trying() }),
      answer: yes,
      more: { posted: yes },
      is: 'stale',
    },
    {
      why: 'a program that was not run is not graded',
      attempt: { ...attemptAt('project-run', { context: contextOf('practice') }), joins: true },
      answer: { code: 'print(1)' },
      is: 'not-checked',
    },
  ])('$why', ({ attempt, answer, more, is }) => {
    expect(refusal(decide(attempt, answer, more))).toBe(is);
  });

  test('the message of an incomplete answer says what is missing', () => {
    const decision = decide(attemptAt('try-1', { context: trying() }), { options: [] });
    expect(decision).toEqual({ kind: 'incomplete', message: 'Choose an option.' });
  });
});

describe('attempts, three in Try and without limit in Practice', () => {
  test.each([
    { used: 0, is: 'recorded' },
    { used: 2, is: 'recorded' },
    { used: 3, is: 'no-attempts' },
    { used: 4, is: 'no-attempts' },
  ])('after $used in Try: $is', ({ used, is }) => {
    const context = trying({ opened: { 'try-1': { used } } });
    expect(refusal(decide(attemptAt('try-1', { context }), no))).toBe(is);
  });

  test.each([0, 9, 99])('after %i in Practice one more is recorded', (used) => {
    const context = contextOf('practice', { ...open, opened: { 'practice-order': { used } } });
    expect(refusal(decide(attemptAt('practice-order', { context }), rightOrder))).toBe('recorded');
  });

  test('a solved item is settled, whatever is left', () => {
    const context = trying({ opened: { 'try-1': { used: 1, solved: true, settledAt: msAgo(second) } } });
    expect(refusal(decide(attemptAt('try-1', { context }), yes))).toBe('settled');
  });

  test('an item that was settled unsolved, without a clock, is settled', () => {
    const context = trying({ opened: { 'try-1': { used: 1, settledAt: msAgo(second) } } });
    expect(refusal(decide(attemptAt('try-1', { context }), yes))).toBe('settled');
  });

  test.each([
    { used: 0, answer: no, settles: false, why: 'a first wrong answer leaves the item open' },
    { used: 1, answer: no, settles: false, why: 'so does the second' },
    { used: 2, answer: no, settles: true, why: 'the last attempt settles it' },
    { used: 0, answer: yes, settles: true, why: 'a right answer settles it at once' },
  ])('$why', ({ used, answer, settles }) => {
    const context = trying({ opened: { 'try-1': { used } } });
    const { serving } = changesOf(attemptAt('try-1', { context }), answer);
    expect(serving).toMatchObject({
      used: used + 1,
      settledAt: settles ? now : null,
      solved: answer === yes,
    });
  });

  test('a worse answer does not lower the best score', () => {
    const context = trying({ opened: { 'try-1': { used: 1, bestScore: 0.5 } } });
    expect(changesOf(attemptAt('try-1', { context }), no).serving.bestScore).toBe(0.5);
  });
});

describe('where an item is served', () => {
  const elsewhere = contextOf('try', { sitting: { itemIds: ['try-2'], scope: 'drawn' } });
  const drawn: ActivityContext = { ...elsewhere, items: elsewhere.all.filter(({ id }) => id === 'try-2') };
  test.each<{ why: string; context: ActivityContext; joins: boolean; is: string }>([
    { why: 'an item that the draw left out is outside', context: drawn, joins: false, is: 'outside' },
    {
      why: 'unless an older page showed it, when it joins the round',
      context: drawn,
      joins: true,
      is: 'recorded',
    },
  ])('$why', ({ context, joins, is }) => {
    expect(refusal(decide(attemptAt('try-1', { context, joins }), yes))).toBe(is);
  });

  test('an item that joins is added to the round at its end', () => {
    const { sitting } = changesOf(attemptAt('try-1', { context: drawn, joins: true }), yes);
    expect(sitting.itemIds).toEqual(['try-2', 'try-1']);
  });

  test('the round of a first answer has the id, seed and items of the page', () => {
    const { sitting, serving } = changesOf(attemptAt('try-1', { context: contextOf('try') }), yes);
    const itemIds = ['try-1', 'try-2', 'try-3'];
    expect(sitting).toMatchObject({ id: 'new-sitting', ordinal: 1, seed: 'seed', itemIds, scope: 'whole' });
    expect(serving).toMatchObject({ sittingId: 'new-sitting', openedAt: now, deadlineAt: null });
  });

  test('records of a closed round do not count in the next one', () => {
    const opened = { 'try-1': { used: 3, settledAt: msAgo(second) } };
    const context = contextOf('try', { sitting: { closedAt: msAgo(second) }, opened });
    const { serving, sitting } = changesOf(attemptAt('try-1', { context }), no);
    expect([sitting.ordinal, serving.used]).toEqual([2, 1]);
  });

  const inChallenge = (given: Parameters<typeof contextOf>[1]) => contextOf('challenge', given);
  test.each<{ why: string; context: ActivityContext; is: string }>([
    { why: 'a challenge that was not started', context: inChallenge({}), is: 'not-open' },
    { why: 'a challenge that is over', context: inChallenge({ sitting: { closedAt: now } }), is: 'settled' },
    { why: 'a problem that was not reached yet', context: inChallenge(open), is: 'not-open' },
    {
      why: 'a problem that this round leaves out',
      context: inChallenge({ sitting: { itemIds: ['challenge-2'] } }),
      is: 'outside',
    },
    {
      why: 'the open problem',
      context: inChallenge({ ...open, opened: { 'challenge-1': {} } }),
      is: 'recorded',
    },
  ])('$why: $is', ({ context, is }) => {
    expect(refusal(decide(attemptAt('challenge-1', { context }), yes))).toBe(is);
  });
});

describe('the clock of a challenge, with ten seconds of grace', () => {
  test.each([
    { lateMs: -1, is: 'recorded', overTime: false },
    { lateMs: 0, is: 'recorded', overTime: false },
    { lateMs: 1, is: 'recorded', overTime: true },
    { lateMs: 10_000, is: 'recorded', overTime: true },
    { lateMs: 10_001, is: 'late' },
  ])('$lateMs ms after the deadline: $is', ({ lateMs, is, overTime }) => {
    const opened = { 'challenge-1': { deadlineAt: msAgo(lateMs) } };
    const decision = decide(
      attemptAt('challenge-1', { context: contextOf('challenge', { ...open, opened }) }),
      yes,
    );
    expect(refusal(decision)).toBe(is);
    if (decision.kind === 'recorded') expect(decision.changes.response.overTime).toBe(overTime);
  });

  test('an item that the server ended unsolved reports that the answer is late', () => {
    const opened = { 'challenge-1': { deadlineAt: msAgo(60_000), settledAt: msAgo(second) } };
    const context = contextOf('challenge', { ...open, opened });
    expect(refusal(decide(attemptAt('challenge-1', { context }), yes))).toBe('late');
  });

  test('an item whose last draft was right reports that it is settled', () => {
    const opened = { 'challenge-1': { deadlineAt: msAgo(60_000), settledAt: msAgo(second), solved: true } };
    const context = contextOf('challenge', { ...open, opened });
    expect(refusal(decide(attemptAt('challenge-1', { context }), no))).toBe('settled');
  });
});
