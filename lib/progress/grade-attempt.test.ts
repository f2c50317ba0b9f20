import { describe, expect, test } from 'vitest';
import { gradeAttempt } from './grade-attempt.ts';
import { attemptAt, changesOf, contextOf, msAgo, no, now, trying, yes } from './testing/attempt.ts';

const second = 1_000;
const open = { sitting: {} };

describe('points: 4 for easy, 8 for medium, 12 for hard', () => {
  const earlier = (tries: number, points = 0) => ({
    ...{ itemId: 'x', lessonId: 'fixture-lesson', activity: 'try', bestScore: 0, solved: points > 0 },
    ...{ tries, points, lastAt: msAgo(second) },
  });
  test.each<{ why: string; item: string; tries: number; hints: number; paid?: number; points: number }>([
    { why: 'an easy one at once', item: 'try-1', tries: 0, hints: 0, points: 4 },
    { why: 'a medium one at once', item: 'try-2', tries: 0, hints: 0, points: 8 },
    { why: 'the second attempt pays half', item: 'try-2', tries: 1, hints: 0, points: 4 },
    { why: 'the third pays a quarter', item: 'try-2', tries: 2, hints: 0, points: 2 },
    { why: 'and every later one, in any round', item: 'try-2', tries: 9, hints: 0, points: 2 },
    { why: 'a hint costs a quarter', item: 'try-2', tries: 0, hints: 1, points: 6 },
    { why: 'two hints cost half', item: 'try-2', tries: 0, hints: 2, points: 4 },
    { why: 'a hint and a second attempt', item: 'try-2', tries: 1, hints: 1, points: 2 },
    { why: 'a solved question pays at least 1', item: 'try-1', tries: 5, hints: 2, points: 1 },
    { why: 'a question pays once', item: 'try-1', tries: 1, hints: 0, paid: 4, points: 0 },
  ])('$why', ({ item, tries, hints, paid = 0, points }) => {
    const history = { item: tries > 0 ? earlier(tries, paid) : undefined, hintsOpened: hints };
    const attempt = attemptAt(item, { context: trying(), history, learner: { xp: 100 } });
    const { response, learner } = changesOf(attempt, yes);
    expect([response.points, response.hintsOpened, learner.xp]).toEqual([points, hints, 100 + points]);
  });

  test('a wrong answer pays nothing', () => {
    expect(changesOf(attemptAt('try-1', { context: trying() }), no).response.points).toBe(0);
  });

  test('a test pays nothing', () => {
    const context = contextOf('test', { ...open, opened: { 'pool-1': {} } });
    expect(changesOf(attemptAt('pool-1', { context }), yes).response).toMatchObject({ points: 0, score: 1 });
  });

  test('a card pays 2', () => {
    const attempt = attemptAt('review-card', { context: contextOf('review') });
    expect(changesOf(attempt, { rating: 'good' }).response).toMatchObject({ points: 2, verdict: 'right' });
  });
});

describe('totals', () => {
  const standing = {
    lessonId: 'fixture-lesson',
    activity: 'try',
    solved: 1,
    tries: 4,
    wrong: 3,
    lastAt: msAgo(second),
  };
  test.each([
    { why: 'a right answer is one more solved', answer: yes, solved: 2, wrong: 3 },
    { why: 'a wrong answer is one more wrong', answer: no, solved: 1, wrong: 4 },
  ])('$why', ({ answer, solved, wrong }) => {
    const { activity } = changesOf(attemptAt('try-1', { context: trying(), standings: [standing] }), answer);
    expect(activity).toEqual({ ...standing, solved, wrong, tries: 5, lastAt: now });
  });

  test('an item that was solved before is not solved twice', () => {
    const item = {
      ...{ itemId: 'try-1', lessonId: 'fixture-lesson', activity: 'try', bestScore: 1, solved: true },
      ...{ tries: 1, points: 4, lastAt: msAgo(second) },
    };
    const changes = changesOf(
      attemptAt('try-1', { context: trying(), standings: [standing], history: { item } }),
      yes,
    );
    expect(changes.activity.solved).toBe(1);
    expect(changes.item).toMatchObject({ tries: 2, points: 4, solved: true });
  });

  test('an answer to a question of the pool counts in the test, wherever it is given', () => {
    const context = { ...contextOf('test', { ...open, opened: { 'pool-1': {} } }), activity: 'due' as const };
    const { response, activity } = changesOf(attemptAt('pool-1', { context }), yes);
    expect([response.activity, activity.activity]).toEqual(['due', 'test']);
  });
});

describe('the streak counts days of the learner’s own calendar', () => {
  const streak = { streakDays: 6, streakBest: 9, streakFreezes: 0, lastActiveZone: 'Europe/Berlin' };
  const on = (day: string) => ({ ...streak, lastActiveDay: day, lastActiveAt: new Date(`${day}T10:00:00Z`) });
  test.each([
    { why: 'the first answer begins it', learner: {}, days: 1, freezes: 0 },
    { why: 'a second answer on a day changes nothing', learner: on('2026-11-22'), days: 6, freezes: 0 },
    { why: 'the seventh day earns a freeze', learner: on('2026-11-21'), days: 7, freezes: 1 },
    { why: 'a missed day ends it', learner: on('2026-11-20'), days: 1, freezes: 0 },
    {
      why: 'a freeze covers a missed day',
      learner: { ...on('2026-11-20'), streakDays: 3, streakFreezes: 1 },
      days: 4,
      freezes: 0,
    },
  ])('$why', ({ learner, days, freezes }) => {
    const changes = changesOf(attemptAt('try-1', { context: trying(), learner }), no);
    expect(changes.learner).toMatchObject({
      streakDays: days,
      streakFreezes: freezes,
      lastActiveDay: '2026-11-22',
    });
  });

  test.each([
    { timeZone: 'Europe/Berlin', at: '2026-11-22T23:30:00Z', day: '2026-11-23' },
    { timeZone: 'America/New_York', at: '2026-11-22T04:30:00Z', day: '2026-11-21' },
  ])('$at in $timeZone is $day', ({ timeZone, at, day }) => {
    const attempt = attemptAt('try-1', { context: trying(), learner: { timeZone } });
    const { response, learner } = changesOf(attempt, yes, new Date(at));
    expect([response.localDay, response.timeZone, learner.lastActiveDay]).toEqual([day, timeZone, day]);
  });
});

describe('the row of the ledger', () => {
  test.each([
    { why: 'after the learner’s last answer', ledgerClock: 7, concept: 3, clock: 8 },
    { why: 'after the lesson’s last answer', ledgerClock: 3, concept: 7, clock: 8 },
    { why: 'as the first of both', ledgerClock: 0, concept: undefined, clock: 1 },
  ])('the logical clock orders it $why', ({ ledgerClock, concept, clock }) => {
    const history = { concept: concept === undefined ? undefined : { mean: 0, variance: 1, clock: concept } };
    const { response, learner } = changesOf(
      attemptAt('try-1', { context: trying(), learner: { ledgerClock }, history }),
      yes,
    );
    expect([response.clock, learner.ledgerClock]).toEqual([clock, clock]);
  });

  test('the clock of a card, which tells nothing about the lesson, is the learner’s own', () => {
    const attempt = attemptAt('review-card', {
      context: contextOf('review'),
      learner: { ledgerClock: 3 },
      history: { concept: { mean: 0, variance: 1, clock: 99 } },
    });
    const { response, beliefs } = changesOf(attempt, { rating: 'again' });
    expect(response).toMatchObject({ clock: 4, guess: null, level: null, verdict: 'open' });
    expect(beliefs).toBeNull();
  });

  test('it names the attempt, with the author’s ids and the time since the item was opened', () => {
    const context = trying({ opened: { 'try-1': { used: 1, openedAt: msAgo(90_000) } } });
    expect(changesOf(attemptAt('try-1', { context }), no).response).toMatchObject({
      ...{ id: 'response', sittingId: 'sitting-1', userId: 'ada', itemId: 'try-1', ordinal: 2 },
      ...{ answer: no, verdict: 'wrong', score: 0, idempotencyKey: 'key-1', durationMs: 90_000 },
      ...{ receivedAt: now, guess: 1 / 3, level: 'easy' },
    });
  });
});

describe('beliefs', () => {
  test('a right answer raises the ability, and lowers the difficulty of lesson and item', () => {
    const { learner, beliefs } = changesOf(attemptAt('try-2', { context: trying() }), yes);
    expect(learner.abilityMean).toBeGreaterThan(0);
    expect(beliefs?.concept.mean).toBeLessThan(0);
    expect(beliefs?.item).toMatchObject({ answers: 1 });
    expect(beliefs?.item.mean).toBeLessThan(0);
  });

  test('a wrong answer lowers the ability, and raises the difficulty of lesson and item', () => {
    const { learner, beliefs } = changesOf(attemptAt('try-2', { context: trying() }), no);
    expect(learner.abilityMean).toBeLessThan(0);
    expect(beliefs?.concept.mean).toBeGreaterThan(0);
    expect(beliefs?.item.mean).toBeGreaterThan(0);
  });

  test('a second answer of a learner tells nothing about the difficulty', () => {
    const item = {
      ...{ itemId: 'try-2', lessonId: 'fixture-lesson', activity: 'try', bestScore: 0, solved: false },
      ...{ tries: 1, points: 0, lastAt: msAgo(second) },
    };
    const difficulty = { mean: 0.25, variance: 1, answers: 5 };
    const { beliefs } = changesOf(
      attemptAt('try-2', { context: trying(), history: { item, difficulty } }),
      yes,
    );
    expect(beliefs?.item).toEqual(difficulty);
  });
});

describe('reviews', () => {
  test('a first answer schedules its objective', () => {
    const { reviews } = changesOf(attemptAt('try-1', { context: trying() }), no);
    expect(reviews).toMatchObject([
      { subject: 'objective', subjectId: 'first', lastGrade: 'again', lapses: 0 },
    ]);
  });

  test.each([
    { why: 'right is good', answer: yes, hintsOpened: 0, grade: 'good' },
    { why: 'right with a hint is hard', answer: yes, hintsOpened: 1, grade: 'hard' },
    { why: 'wrong is again', answer: no, hintsOpened: 0, grade: 'again' },
  ])('$why', ({ answer, hintsOpened, grade }) => {
    const { reviews } = changesOf(
      attemptAt('try-1', { context: trying(), history: { hintsOpened } }),
      answer,
    );
    expect(reviews.map(({ lastGrade }) => lastGrade)).toEqual([grade]);
  });

  test('a second right answer on a day moves nothing', () => {
    const first = changesOf(attemptAt('try-1', { context: trying() }), yes);
    const again = attemptAt('try-2', { context: trying(), history: { reviews: first.reviews } });
    expect(changesOf(again, yes).reviews).toEqual([]);
  });

  test('a card is scheduled as itself, by its rating', () => {
    const attempt = attemptAt('review-card', { context: contextOf('review') });
    const { reviews } = changesOf(attempt, { rating: 'easy' });
    expect(reviews).toMatchObject([{ subject: 'card', subjectId: 'review-card', lastGrade: 'easy' }]);
  });

  test('an answer in a test schedules nothing before the end, which would reveal whether it is right', () => {
    const context = contextOf('test', { ...open, opened: { 'pool-1': {} } });
    expect(changesOf(attemptAt('pool-1', { context }), no).reviews).toEqual([]);
  });
});

describe('a draft that is graded when the time of its item is over', () => {
  const endedAt = now;
  const opened = (used = 0) => ({ 'challenge-1': { used, deadlineAt: msAgo(20 * second) } });
  const graded = (savedAt: Date, answer = no, used = 0) => {
    const context = contextOf('challenge', { ...open, opened: opened(used) });
    if (!context.open) throw new Error('The challenge is not open');
    const draft = { answer, idempotencyKey: 'last-save', id: 'response', now: savedAt, endedAt };
    return gradeAttempt(attemptAt('challenge-1', { context }), context.open, draft);
  };

  test('is an answer given when it was saved', () => {
    expect(graded(msAgo(30 * second), yes)).toMatchObject({
      response: { receivedAt: msAgo(30 * second), verdict: 'right', overTime: false },
      serving: { settledAt: msAgo(30 * second), solved: true },
    });
  });

  test('leaves no further attempt, though it was wrong', () => {
    expect(graded(msAgo(30 * second))).toMatchObject({ serving: { used: 1, settledAt: endedAt } });
  });

  test('counts within the grace period', () => {
    expect(graded(msAgo(10 * second))).toMatchObject({ response: { overTime: true } });
  });

  test('does not count after it', () => {
    expect(graded(msAgo(10 * second - 1))).toEqual({ refused: 'late' });
  });

  test('does not count without an attempt left', () => {
    expect(graded(msAgo(30 * second), no, 2)).toEqual({ refused: 'no-attempts' });
  });
});
