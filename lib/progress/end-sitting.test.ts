import { describe, expect, test } from 'vitest';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { sittingTest } from '#lib/mastery/sitting-test.ts';
import type { ActivityContext } from '#lib/sitting/activity-context.ts';
import type { Sitting } from '#lib/sitting/sitting.ts';
import { afterAnswer } from './attempt.ts';
import { endSitting, lessonBadge } from './end-sitting.ts';
import { lateAnswer } from './late-answer.ts';
import { nextStep } from './next-step.ts';
import { attemptAt, changesOf, contextOf, type Given, msAgo, no, now } from './testing/attempt.ts';

const settled = { used: 2, settledAt: msAgo(1_000) };
const solved = { used: 1, solved: true, settledAt: msAgo(1_000) };
const timed = { deadlineAt: now };
const noFacts = { reviews: [], test: null, standing: null, standings: [] };

function started(
  activity: 'challenge' | 'test',
  given: Given,
): { context: ActivityContext; sitting: Sitting } {
  const context = contextOf(activity, { sitting: {}, ...given });
  if (!context.open) throw new Error('It is not open');
  return { context, sitting: context.open };
}

const ruled = (rule: 'challenge' | 'test' | 'lesson'): Partial<Lesson> => ({
  badge: { id: 'badge', name: 'Badge', about: 'About it', rule },
});

describe('what follows in a challenge', () => {
  test.each<{ why: string; given: Given; step: string }>([
    {
      why: 'an attempt is left: the problem stays open',
      given: { opened: { 'challenge-1': { used: 1 } } },
      step: 'stay',
    },
    {
      why: 'a settled problem stays until the user opens the next',
      given: { opened: { 'challenge-1': settled } },
      step: 'stay',
    },
    {
      why: 'with feedback at its end the next one is opened at once',
      given: { delivery: { feedback: 'at-end', attempts: 1 }, opened: { 'challenge-1': settled } },
      step: 'open-next',
    },
    {
      why: 'the last one ends it',
      given: { opened: { 'challenge-1': settled, 'challenge-2': solved } },
      step: 'end',
    },
    {
      why: 'a round of missed problems ends with its own last one',
      given: { sitting: { itemIds: ['challenge-2'], scope: 'missed' }, opened: { 'challenge-2': solved } },
      step: 'end',
    },
  ])('$why', ({ given, step }) => {
    const { context, sitting } = started('challenge', given);
    expect(nextStep(context, sitting, null)).toBe(step);
  });
});

describe('what follows in a test', () => {
  const form = Array.from({ length: 10 }, (_, at) => `pool-${at + 1}`);
  const answered = (count: number, more: Partial<Sitting> = {}) => {
    const opened = Object.fromEntries(form.slice(0, count).map((id) => [id, solved]));
    const { context, sitting } = started('test', { sitting: { itemIds: form, most: 10, ...more }, opened });
    return {
      context,
      sitting,
      test: sittingTest(context, sitting, { previous: [], difficulties: new Map() }),
    };
  };

  test.each([
    { count: 1, step: 'ask' },
    { count: 9, step: 'ask' },
    { count: 10, step: 'end' },
  ])('after $count of the ten questions of a fixed form: $step', ({ count, step }) => {
    const { context, sitting, test: state } = answered(count);
    expect(nextStep(context, sitting, state)).toBe(step);
  });

  test('one that chooses its questions goes on for five at the least, and ends once it is sure', () => {
    const stepAfter = (count: number) => {
      const {
        context,
        sitting,
        test: state,
      } = answered(count, { scope: 'stepwise', itemIds: form.slice(0, count) });
      return nextStep(context, sitting, state);
    };
    expect([stepAfter(1), stepAfter(4), stepAfter(10)]).toEqual(['ask', 'ask', 'end']);
  });

  test('the verdict counts its answers, and is stored with the belief about the learner', () => {
    const { context, sitting, test: state } = answered(10);
    const { verdict, sitting: closed } = endSitting(
      context,
      sitting,
      { ...noFacts, test: state, standing: 0.75 },
      now,
    );
    expect(verdict).toMatchObject({ outcome: 'strong', right: 10, asked: 10, standing: 0.75, at: now });
    expect(closed.closedAt).toEqual(now);
  });

  test.each([
    { rule: 'test' as const, earns: true },
    { rule: 'challenge' as const, earns: false },
    { rule: 'lesson' as const, earns: false },
  ])('strong with a badge for the $rule: $earns', ({ rule, earns }) => {
    const { context, sitting, test: state } = answered(10);
    const lesson = { ...context.lesson, ...ruled(rule) };
    const { badge } = endSitting({ ...context, lesson }, sitting, { ...noFacts, test: state }, now);
    expect(badge !== null).toBe(earns);
  });

  test('its answers schedule reviews only now, each subject once', () => {
    const { context } = started('test', { sitting: { itemIds: form, most: 10 }, opened: { 'pool-1': {} } });
    const attempt = attemptAt('pool-1', { context });
    const after = afterAnswer(attempt, changesOf(attempt, no)).context;
    if (!after.open) throw new Error('It is not open');
    const state = sittingTest(after, after.open, { previous: [], difficulties: new Map() });
    const { reviews } = endSitting(after, after.open, { ...noFacts, test: state }, now);
    expect(reviews).toMatchObject([{ subject: 'objective', subjectId: 'first', lastGrade: 'again' }]);
  });
});

describe('the badge of a challenge', () => {
  test.each<{ why: string; given: Given; badge: string | null }>([
    {
      why: 'all solved in time earns it, timed',
      given: { opened: { 'challenge-1': { ...solved, ...timed }, 'challenge-2': { ...solved, ...timed } } },
      badge: 'timed',
    },
    {
      why: 'a clock that was off for one problem makes it untimed',
      given: {
        opened: { 'challenge-1': { ...solved, ...timed }, 'challenge-2': { ...solved, deadlineAt: null } },
      },
      badge: 'untimed',
    },
    {
      why: 'one missed problem earns none',
      given: { opened: { 'challenge-1': { ...settled, ...timed }, 'challenge-2': { ...solved, ...timed } } },
      badge: null,
    },
    {
      why: 'a round of missed problems earns none',
      given: { sitting: { itemIds: ['challenge-2'], scope: 'missed' }, opened: { 'challenge-2': solved } },
      badge: null,
    },
    {
      why: 'a lesson whose badge is for its test gives none',
      given: { lesson: ruled('test'), opened: { 'challenge-1': solved, 'challenge-2': solved } },
      badge: null,
    },
  ])('$why', ({ given, badge }) => {
    const { context, sitting } = started('challenge', given);
    expect(endSitting(context, sitting, noFacts, now).badge?.timed ?? null).toBe(badge);
  });
});

describe('the badge for a whole lesson', () => {
  const { lesson } = contextOf('try', { lesson: { ...ruled('lesson') } });
  const activities = lesson.activities.map(({ slug, items }) => ({
    ...{ lessonId: lesson.id, activity: slug, tries: 1, wrong: 0, lastAt: now },
    solved: Math.max(1, items.length),
  }));
  const award = { userId: 'ada', at: now };
  test('is earned once every question is solved and the rest is read', () => {
    expect(lessonBadge(lesson, activities, award)).toMatchObject({
      badgeId: 'badge',
      timed: 'no-clock',
      earnedAt: now,
    });
  });
  test('and not while one is missing', () => {
    expect(lessonBadge(lesson, activities.slice(1), award)).toBeNull();
  });
  test('or when its rule is another', () => {
    expect(lessonBadge({ ...lesson, ...ruled('test') }, activities, award)).toBeNull();
  });
});

describe('the log of late answers', () => {
  const at = (deadlineAt: Date | null, sitting: Partial<Sitting> = {}) =>
    attemptAt('challenge-1', {
      context: contextOf('challenge', { sitting, opened: { 'challenge-1': { deadlineAt } } }),
    });
  const submitted = { sitting: 1, idempotencyKey: 'key-1' };
  test.each([
    { why: 'after deadline and grace', attempt: at(msAgo(10_001)), logged: true },
    {
      why: 'although the challenge is closed by now',
      attempt: at(msAgo(10_001), { closedAt: now }),
      logged: true,
    },
    { why: 'not within the grace', attempt: at(msAgo(10_000)), logged: false },
    { why: 'not without a clock', attempt: at(null), logged: false },
    { why: 'not of another round', attempt: at(msAgo(10_001), { ordinal: 2 }), logged: false },
  ])('$why', ({ attempt, logged }) => {
    const late = lateAnswer(attempt, submitted, { now, reason: 'late' });
    expect(late !== null).toBe(logged);
    if (late) expect(late).toMatchObject({ receivedAt: now, deadlineAt: msAgo(10_001), reason: 'late' });
  });
});
