import { expect, test } from 'vitest';
import { type Destination, type NextFacts, nextRules, recommendNext } from './recommend-next.ts';

const to = (title: string): Destination => ({ title, href: `/${title}`, activity: null });
const none: NextFacts = {
  missed: 0,
  unanswered: 0,
  leftOff: null,
  lessonTitle: 'Seeds',
  verdict: null,
  hasWeakObjectives: false,
  practice: null,
  reading: null,
  unfinished: null,
  test: null,
  nextLesson: null,
  track: to('track'),
};
/** A lesson in which every destination exists. */
const lesson: NextFacts = {
  ...none,
  practice: { to: to('Try'), questions: 2 },
  reading: to('Deep dive'),
  unfinished: to('Why'),
  test: to('Test'),
  nextLesson: to('Pinning'),
};
const finished: NextFacts = { ...lesson, practice: null, reading: null, unfinished: null };

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
    facts: { ...lesson, leftOff: to('Practice') },
    rule: 'continue',
    title: 'Practice',
    reason: 'You have started this and not finished it.',
  },
  {
    why: 'the unfinished activity comes before the advice of a test',
    facts: { ...lesson, leftOff: to('Practice'), verdict: 'not-yet' },
    rule: 'continue',
    title: 'Practice',
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
    title: 'Test',
    reason:
      'The last test could not tell whether you know this lesson. A new test starts from zero, with different questions where possible.',
  },
  {
    why: 'on the page of the test itself an unsure test leads to practice',
    facts: { ...lesson, verdict: 'unsure', test: null },
    rule: 'practise-weak',
    title: 'Try',
  },
  {
    why: 'an unsure test with weak objectives leads to practice of these',
    facts: { ...lesson, verdict: 'unsure', hasWeakObjectives: true },
    rule: 'practise-weak',
    title: 'Try',
    reason: 'Try has 2 questions about what was missed. Answer them, then test again.',
  },
  {
    why: 'after «not yet», practice comes before unfinished parts of the lesson',
    facts: { ...lesson, verdict: 'not-yet', practice: { to: to('Try'), questions: 1 } },
    rule: 'practise-weak',
    title: 'Try',
    reason: 'Try has one question that you have not solved. Answer it, then test again.',
  },
  {
    why: 'with all questions solved after «not yet», the lesson is read again',
    facts: { ...lesson, verdict: 'not-yet', practice: null },
    rule: 'read-again',
    title: 'Deep dive',
    reason: 'Read again about what you missed, then take another test.',
  },
  {
    why: 'after «not yet», without practice or reading, the next unfinished part follows',
    facts: { ...lesson, verdict: 'not-yet', practice: null, reading: null },
    rule: 'finish-lesson',
    title: 'Why',
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
    rule: 'test-again',
    title: 'Test',
    reason: 'Nothing else is left to do in this lesson. A new test asks different questions where possible.',
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
