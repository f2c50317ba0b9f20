import { expect, test } from 'vitest';
import { type LevelFacts, mastery } from './level.ts';

const now = new Date('2026-11-26T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000);
const nothing: LevelFacts = { isStarted: false, newest: null, standing: null, lastAt: null };
const strong = (days: number, standing: number | null = 1) =>
  ({ outcome: 'strong', at: daysAgo(days), standing }) as const;

test.each<{ why: string; facts: Partial<LevelFacts>; level: string }>([
  { why: 'new before anything was done', facts: {}, level: 'new' },
  { why: 'learning after something was read or answered', facts: { isStarted: true }, level: 'learning' },
  {
    why: 'right answers without a test do not make it strong',
    facts: { isStarted: true, standing: 4, lastAt: daysAgo(0) },
    level: 'learning',
  },
  {
    why: 'a strong test makes it strong, even if nothing else was done',
    facts: { newest: strong(1) },
    level: 'strong',
  },
  {
    why: 'a newer unsure test takes strong away',
    facts: { isStarted: true, newest: { outcome: 'unsure', at: daysAgo(1), standing: 1 } },
    level: 'learning',
  },
  { why: 'after thirty days it is still strong', facts: { newest: strong(30) }, level: 'strong' },
  {
    why: 'after more than thirty days without an answer it fades',
    facts: { newest: strong(31) },
    level: 'fading',
  },
  {
    why: 'an answer within thirty days keeps it strong',
    facts: { newest: strong(60), lastAt: daysAgo(20), standing: 1 },
    level: 'strong',
  },
  {
    why: 'wrong answers since the test make it fade',
    facts: { newest: strong(5), lastAt: daysAgo(1), standing: 0.2 },
    level: 'fading',
  },
  {
    why: 'wrong answers in other lessons do not',
    facts: { newest: strong(5), lastAt: daysAgo(5.1), standing: 0.2 },
    level: 'strong',
  },
  {
    why: 'a few wrong answers do not',
    facts: { newest: strong(5), lastAt: daysAgo(1), standing: 0.6 },
    level: 'strong',
  },
  {
    why: 'a test without a stored estimate fades by time only',
    facts: { newest: strong(5, null), standing: -3 },
    level: 'strong',
  },
])('$why', ({ facts, level }) => {
  const result = mastery({ ...nothing, ...facts }, now);
  expect(result.level).toBe(level);
  expect(result.why === '').toBe(level !== 'fading');
});
