import { describe, expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { fixtureLessonId, fixtureLibrary } from '#tests/fixture-course.ts';
import { chooseReviewItem, type LessonHistory } from './sibling.ts';

const found = fixtureLibrary().lessonById(fixtureLessonId);
if (!found) throw new Error('The fixture has changed');
const lesson: Lesson = found;
const first = { lessonId: fixtureLessonId, subject: 'objective', subjectId: 'first' } as const;
const poolIds = lesson.pool.map(({ id }) => id);

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const seen = (answered: Record<string, number>, more: Partial<LessonHistory> = {}): LessonHistory => ({
  answeredAt: new Map(Object.entries(answered).map(([id, day]) => [id, at(day)])),
  excluded: new Set(),
  practised: new Set(),
  ...more,
});
/** Every item that some seed would choose. */
const choices = (
  subject: Parameters<typeof chooseReviewItem>[0],
  met: LessonHistory,
  of = lesson,
): Set<string | undefined> =>
  new Set(Array.from({ length: 60 }, (_, n) => chooseReviewItem(subject, of, met, chance(`${n}`))?.id));

describe('a concept that is due', () => {
  test('is reviewed by another question than the one answered last', () => {
    const chosen = choices(first, seen({ 'try-1': 3 }));
    expect(chosen.has('try-1')).toBe(false);
    expect(chosen.size).toBeGreaterThan(3);
  });

  test('prefers questions that were never answered, then those answered longest ago', () => {
    const all = { 'try-2': 5, 'practice-output': 2, 'try-1': 9 };
    const smallPool = { ...lesson, pool: [] };
    expect(choices(first, seen({ 'try-2': 5, 'try-1': 9 }), smallPool)).toEqual(new Set(['practice-output']));
    expect(choices(first, seen(all), smallPool)).toEqual(new Set(['practice-output']));
  });

  test('is not reviewed by a challenge problem that was not answered in the challenge', () => {
    const chosen = choices(first, seen({ 'try-1': 3 }));
    expect(chosen.has('challenge-1')).toBe(false);
    const onlyChallenge = seen({ 'try-1': 9, 'try-2': 8, 'practice-output': 7, 'challenge-1': 2 });
    expect(choices(first, onlyChallenge, { ...lesson, pool: [] })).toEqual(new Set(['challenge-1']));
  });

  test('is not reviewed by a project step, which needs its page', () => {
    expect(choices(first, seen({ 'try-1': 3 })).has('project-step')).toBe(false);
  });
});

describe('the pool', () => {
  test('keeps enough unpractised items for a whole test', () => {
    const practised = new Set(poolIds.slice(0, 2));
    const met = seen({ 'try-1': 9, 'try-2': 8, 'practice-output': 7 }, { practised });
    for (const id of choices(first, met)) expect([...practised, 'practice-output']).toContain(id);
  });

  test('gives no question of an open test', () => {
    const excluded = new Set(poolIds);
    const chosen = choices(first, seen({ 'pool-1': 3 }, { excluded: excluded }));
    expect([...chosen].filter((id) => excluded.has(id ?? ''))).toEqual([]);
  });
});

test('without another question the same one is asked again', () => {
  const alone = {
    ...lesson,
    pool: [],
    activities: lesson.activities.filter(({ slug }) => slug === 'project'),
  };
  expect(choices(first, seen({ 'project-step': 3 }), alone)).toEqual(new Set(['project-step']));
  expect(choices(first, seen({ 'project-step': 3 }, { excluded: new Set(['project-step']) }), alone)).toEqual(
    new Set([undefined]),
  );
});

test('a card is reviewed by itself', () => {
  const card = { lessonId: fixtureLessonId, subject: 'card', subjectId: 'review-card' } as const;
  expect(choices(card, seen({ 'review-card': 3 }))).toEqual(new Set(['review-card']));
});
