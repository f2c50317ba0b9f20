import { describe, expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { emptyHistory } from '#lib/sitting/draw.ts';
import { openTest } from './concept-test.ts';
import { gateLesson } from './gate.ts';
import { lessonPool } from './lesson-pool.ts';
import { testBank } from './test-bank.ts';
import { standardRule } from './test-rule.ts';
import { choicesOf, lessonOf } from './testing/lesson-of.ts';
import { phrase, questionBank } from './testing/question-bank.ts';
import { verdictCard } from './verdict-card.ts';

const dice = chance('pool sizes');
const fair = (size: number) => lessonOf({ pool: choicesOf(questionBank(dice, { size })) });
const guessable = (size: number) =>
  lessonOf({
    pool: choicesOf(questionBank(dice, { size, right: (text) => `${text} ${phrase(dice, 6)}` })),
  });
/** Lessons of which a bot that flags one of twenty by luck flags more in 3 of 1,000 runs. */
const [lessons, mostFlagged] = [20, 4];

describe.each([
  { size: 8, asked: 8, perLevel: [2, 3] },
  { size: 60, asked: 10, perLevel: [3, 4] },
])('a pool of $size questions', ({ size, asked, perLevel }) => {
  const lesson = fair(size);
  const pool = lessonPool(lesson);

  test('passes the gate when it is fair, but for the luck of a bot', () => {
    const found = Array.from({ length: lessons }, () => gateLesson(fair(size), []).findings);
    expect(found.flat().filter(({ rule }) => rule !== 'guessable')).toEqual([]);
    expect(found.filter(({ length }) => length > 0).length).toBeLessThanOrEqual(mostFlagged);
  });

  test('is refused when the right option is the longest', () => {
    expect(gateLesson(guessable(size), []).findings).toContainEqual(
      expect.objectContaining({ severity: 'error', rule: 'test-guessed' }),
    );
  });

  test('gives a test of different questions, spread over the levels', () => {
    const { mode, form } = openTest(testBank(pool, standardRule), standardRule, emptyHistory, chance('form'));
    expect(mode).toBe('fixed');
    expect(new Set(form).size).toBe(form.length);
    expect(form).toHaveLength(asked);
    const levelOf = new Map(pool.map(({ id, level }) => [id, level]));
    for (const level of ['easy', 'medium', 'hard'])
      expect(perLevel).toContain(form.filter((id) => levelOf.get(id) === level).length);
  });

  test('calls who knows 85 % strong more often than who knows 55 %, and a guesser almost never', () => {
    const { guesser, halfKnower, knower } = verdictCard(pool, standardRule, 'sizes', { tests: 600 });
    expect(guesser.strongContinued).toBeLessThanOrEqual(0.01);
    expect(knower.strong).toBeGreaterThan(halfKnower.strong);
    expect(knower.notYet).toBeLessThan(halfKnower.notYet);
  });
});
