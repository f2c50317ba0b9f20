import { expect, test } from 'vitest';
import type { ActivitySlug } from '#lib/lesson/activities.ts';
import type { Destination, NextFacts } from './next-facts.ts';
import { nextRules } from './next-rules.ts';
import { recommendNext, recommendSteps } from './recommend-next.ts';

const to = (title: string): Destination => ({ title, href: `/${title}`, activity: null });
const at = (title: string, slug: ActivitySlug): Destination => ({
  ...to(title),
  activity: { lessonId: 'seeds', lessonTitle: 'Seeds', slug, title },
});
const leftOff = { ...to('Practice'), isNewerThanTest: true };
const none: NextFacts = {
  today: '2026-11-22',
  missed: 0,
  unanswered: 0,
  leftOff: null,
  lessonTitle: 'Seeds',
  verdict: null,
  hasWeakObjectives: false,
  hasAnsweredSinceTest: false,
  retestDay: null,
  isChallengeDone: false,
  passages: [],
  practice: null,
  unfinished: null,
  test: null,
  nextLesson: null,
  buildsOn: [],
  track: to('track'),
};
/** A lesson in which every destination exists. */
const lesson: NextFacts = {
  ...none,
  practice: { to: to('Try'), questions: 2 },
  passages: [to('Deep dive')],
  unfinished: to('Why'),
  test: to('Test'),
  nextLesson: to('Pinning'),
};
const finished: NextFacts = { ...lesson, practice: null, passages: [], unfinished: null };
/** Answered since a test on Saturday, 21 November. */
const practising: NextFacts = { ...lesson, hasAnsweredSinceTest: true, retestDay: '2026-11-23' };

test.each<{ why: string; facts: NextFacts; rule: string | null; title?: string; reason?: string }>([
  {
    why: 'at the end of an activity, missed questions come first',
    facts: { ...lesson, missed: 2, verdict: 'strong' },
    rule: 'retry-missed',
    reason: '2 questions were not right yet. Another round now costs no points and helps most.',
  },
  {
    why: 'one missed question is called one',
    facts: { ...lesson, missed: 1 },
    rule: 'retry-missed',
    reason: 'One question was not right yet. Another round now costs no points and helps most.',
  },
  {
    why: 'missed questions wait until the round is answered',
    facts: { ...lesson, missed: 2, unanswered: 1 },
    rule: 'finish-lesson',
    title: 'Why',
  },
  {
    why: 'on today’s page, the unfinished activity comes before the rest of the lesson',
    facts: { ...lesson, leftOff },
    rule: 'continue',
    title: 'Practice',
    reason: 'You have started this and not finished it.',
  },
  {
    why: 'an activity begun after the test comes before the advice of the test',
    facts: { ...lesson, leftOff, verdict: 'strong' },
    rule: 'continue',
    title: 'Practice',
  },
  {
    why: 'after «not yet» the weak passages come before an activity begun since',
    facts: { ...lesson, leftOff, verdict: 'not-yet' },
    rule: 'read-weak',
  },
  {
    why: 'an activity left before the test waits for the advice of the test',
    facts: { ...lesson, leftOff: { ...leftOff, isNewerThanTest: false }, verdict: 'strong' },
    rule: 'next-lesson-after-test',
  },
  {
    why: 'an open test is always continued',
    facts: {
      ...lesson,
      verdict: 'strong',
      leftOff: { ...at('Test', 'test'), isNewerThanTest: false },
    },
    rule: 'continue',
    title: 'Test',
  },
  {
    why: 'after a strong test the next lesson follows, even if this one is unfinished',
    facts: { ...lesson, verdict: 'strong' },
    rule: 'next-lesson-after-test',
    title: 'Pinning',
    reason: 'Your test says that you know Seeds. Continue with the next lesson.',
  },
  {
    why: 'after a strong test without a next lesson the page of the track follows',
    facts: { ...lesson, verdict: 'strong', nextLesson: null },
    rule: 'track-map',
    title: 'track',
    reason:
      'Your test says that you know Seeds. The track’s page shows where you stand in each of its lessons.',
  },
  {
    why: 'after an unsure test without weak objectives another test follows',
    facts: { ...lesson, verdict: 'unsure' },
    rule: 'settle-doubt',
    title: 'Answer more questions',
    reason:
      'The last test could not tell whether you know this lesson. Within a day you may answer more questions, and those before still count; after that another test starts from zero.',
  },
  {
    why: 'an unsure test with weak objectives leads to the passage about these',
    facts: { ...lesson, verdict: 'unsure', hasWeakObjectives: true },
    rule: 'read-weak',
    title: 'Deep dive',
    reason: 'This passage teaches what your test found weak. Read it, then practise exactly that.',
  },
  {
    why: 'after «not yet», reading comes before practice and unfinished parts of the lesson',
    facts: { ...lesson, verdict: 'not-yet' },
    rule: 'read-weak',
    title: 'Deep dive',
    reason: 'Read this again, then practise.',
  },
  {
    why: 'after the first answer since the test practice follows',
    facts: { ...practising, verdict: 'not-yet', practice: { to: to('Try'), questions: 1 } },
    rule: 'practise-weak',
    title: 'Try',
    reason: 'Try has one question that you have not solved. Answer it, then test again.',
  },
  {
    why: 'practice is about the weak objectives when these are known',
    facts: { ...practising, verdict: 'unsure', hasWeakObjectives: true },
    rule: 'practise-weak',
    reason: 'Try has 2 questions about what was missed. Answer them, then test again.',
  },
  {
    why: 'with all questions solved after «not yet», the day of the next test is named',
    facts: { ...practising, verdict: 'not-yet', practice: null },
    rule: 'retest',
    title: 'Test',
    reason:
      'From Monday (tomorrow) another test can show what has stayed. It asks different questions where possible.',
  },
  {
    why: 'on that day the test is due',
    facts: { ...practising, verdict: 'not-yet', practice: null, today: '2026-11-23' },
    rule: 'retest',
    reason: 'Time for another test. It asks different questions where possible.',
  },
  {
    why: 'after the challenge the test follows, before what is unfinished',
    facts: { ...lesson, isChallengeDone: true },
    rule: 'test-after-challenge',
    title: 'Test',
    reason:
      'You have solved every problem of the challenge. A short test says how sure we can be that you know it.',
  },
  {
    why: 'before any test, the next unfinished part comes first',
    facts: lesson,
    rule: 'finish-lesson',
    title: 'Why',
    reason: 'The next part of this lesson that you have not finished.',
  },
  {
    why: 'a finished lesson is tested',
    facts: finished,
    rule: 'take-test',
    title: 'Test',
    reason:
      'Nothing else is left to do in this lesson. A short test says how sure we can be that you know it.',
  },
  {
    why: 'a finished lesson is tested again after «not yet»',
    facts: { ...finished, verdict: 'not-yet' },
    rule: 'retest',
    title: 'Test',
  },
  {
    why: 'a finished lesson without a test leads to the next lesson',
    facts: { ...finished, test: null },
    rule: 'next-lesson',
    title: 'Pinning',
    reason: 'Nothing else is left to do in Seeds. Continue with the next lesson.',
  },
  { why: 'with nothing left there is no recommendation', facts: none, rule: null },
])('$why', ({ facts, rule, title, reason }) => {
  const recommendation = recommendNext(facts);
  expect(recommendation?.rule ?? null).toBe(rule);
  if (title) expect(recommendation?.to?.title).toBe(title);
  if (reason) expect(recommendation?.reason).toBe(reason);
});

test('the names of the rules are unique', () => {
  expect(new Set(nextRules.map(({ name }) => name)).size).toBe(nextRules.length);
});

test.each<{ why: string; facts: NextFacts; steps: string[] }>([
  {
    why: 'after «not yet» come reading, practice and the day of the next test',
    facts: { ...lesson, verdict: 'not-yet', retestDay: '2026-11-24' },
    steps: ['read-weak Deep dive', 'practise-weak Try', 'retest Test 2026-11-24'],
  },
  {
    why: 'once practising, the steps that are left',
    facts: { ...practising, verdict: 'unsure', hasWeakObjectives: true },
    steps: ['practise-weak Try', 'retest Test 2026-11-23'],
  },
  {
    why: 'another test is one step',
    facts: { ...lesson, verdict: 'unsure' },
    steps: ['settle-doubt Answer more questions'],
  },
  {
    why: 'after a strong test there is one step',
    facts: { ...lesson, verdict: 'strong' },
    steps: ['next-lesson-after-test Pinning'],
  },
  { why: 'with nothing left there is no step', facts: none, steps: [] },
])('$why', ({ facts, steps }) => {
  const named = recommendSteps(facts).map((step) =>
    [step.rule, step.to?.title, step.day].filter(Boolean).join(' '),
  );
  expect(named).toEqual(steps);
});
