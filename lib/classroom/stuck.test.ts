import { expect, test } from 'vitest';
import { fixtureLibrary, fixtureLessonId as lessonId } from '#tests/fixture-course.ts';
import { groupBy } from './group-by.ts';
import { type ActivityWork, type StuckEvidence, stuckReason } from './stuck.ts';

const lessons = fixtureLibrary().lessons();
const now = new Date('2026-11-22T09:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const row = (activity: string, solved: number, wrong: number, days: number): ActivityWork => ({
  lessonId,
  activity,
  solved,
  wrong,
  lastAt: daysAgo(days),
});
const evidence = { lessons, outcomes: new Map(), joinedAt: daysAgo(30), now };
type Given = Partial<StuckEvidence> & { readonly standings?: readonly ActivityWork[] };

function reason({ standings = [], ...given }: Given) {
  return stuckReason({ ...evidence, work: groupBy(standings, (one) => one.lessonId), ...given });
}

test.each([
  {
    why: 'many wrong answers and nothing solved',
    given: { standings: [row('try', 0, 6, 1)] },
    is: { urgency: 3, reason: 'The fixture, Try: 6 wrong answers, nothing solved' },
  },
  {
    why: 'many wrong answers for little solved',
    given: { standings: [row('try', 2, 7, 1)] },
    is: { urgency: 3, reason: 'The fixture, Try: 7 wrong answers, 2 of 3 solved' },
  },
  {
    why: 'wrong answers before solving are normal',
    given: { standings: [row('try', 2, 6, 1)] },
    is: null,
  },
  {
    why: 'a solved activity is not stuck',
    given: { standings: [row('try', 3, 12, 1)] },
    is: null,
  },
  {
    why: 'two tests in a row said not yet',
    given: {
      standings: [row('try', 3, 0, 1)],
      outcomes: new Map([[lessonId, ['unsure', 'not-yet', 'not-yet'] as const]]),
    },
    is: { urgency: 3, reason: 'The fixture: the last two tests said not yet' },
  },
  {
    why: 'a better test ends it',
    given: {
      standings: [row('try', 3, 0, 1)],
      outcomes: new Map([[lessonId, ['not-yet', 'not-yet', 'unsure'] as const]]),
    },
    is: null,
  },
  {
    why: 'an unfinished lesson and nothing done for a week',
    given: { standings: [row('try', 1, 0, 9)] },
    is: { urgency: 2, reason: 'Last active 9 days ago' },
  },
  { why: 'a week is seven whole days', given: { standings: [row('try', 1, 0, 6.9)] }, is: null },
  {
    why: 'nothing started long after joining',
    given: {},
    is: { urgency: 2, reason: 'Joined 4 weeks ago, nothing started' },
  },
  { why: 'a student who joined yesterday is not stuck', given: { joinedAt: daysAgo(1) }, is: null },
  {
    why: 'a student with a strong test is not stuck',
    given: { standings: [row('try', 1, 0, 20)], outcomes: new Map([[lessonId, ['strong'] as const]]) },
    is: null,
  },
] satisfies { why: string; given: Given; is: unknown }[])('$why', ({ given, is }) => {
  expect(reason(given)).toEqual(is);
});

test('an abandoned lesson while another continues', () => {
  const [first] = lessons;
  if (!first) throw new Error('The fixture has no lesson');
  const other = { ...first, id: 'other', title: 'Other' };
  const standings = [row('try', 1, 0, 12), { ...row('try', 1, 0, 1), lessonId: 'other' }];
  expect(reason({ lessons: [first, other], standings })).toEqual({
    urgency: 1,
    reason: 'The fixture: unfinished, last worked on 12 days ago',
  });
});
