import { expect, test } from 'vitest';
import { itemType } from '#lib/item/registry.ts';
import type { ActivitySlug } from '#lib/lesson/activities.ts';
import type { Lesson, Track } from '#lib/lesson/lesson.ts';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { recommendNext } from './recommend-next.ts';
import { emptyRecord, type LearnerRecord, type LessonVerdict, nextFacts } from './recommendation-facts.ts';

const [fixture] = fixtureLibrary().tracks;
const [first] = fixture?.lessons ?? [];
if (!fixture || !first) throw new Error('The fixture has no lesson');
const base = '/tracks/fixture-track';

const testedAt = new Date('2026-11-22T09:00:00Z');
const later = new Date('2026-11-22T09:00:01Z');

const copy = (name: string): Lesson => ({ ...first, id: name, slug: name, title: name });
const second = copy('second');
const third = copy('third');
const track: Track = { ...fixture, lessons: [first, second, third] };
const onSecond: Lesson = { ...copy('onSecond'), prerequisites: ['second'] };
const builtOn: Track = { ...fixture, lessons: [first, second, onSecond] };

/** The steps that each activity of the fixture has. */
const steps = { introduction: 1, try: 3, challenge: 2, project: 2, review: 2, scale: 1, practice: 2 };
const finishedIn = (lesson: Lesson, ...left: string[]) =>
  Object.entries(steps).flatMap(([activity, solved]) =>
    left.includes(activity) ? [] : [{ lessonId: lesson.id, activity, solved }],
  );
const tested = (lesson: Lesson, outcome: LessonVerdict['outcome'], weak: string[] = []) =>
  [lesson.id, { outcome, weak, at: testedAt, day: '2026-11-22' }] as const;
const record = (parts: Partial<LearnerRecord>): LearnerRecord => ({ ...emptyRecord, ...parts });
/** Try was worked on after the test. */
const since = [{ lessonId: first.id, activity: 'try', solved: 1, lastAt: later }];
const gradedIn = (slug: string) =>
  first.activities.find((one) => one.slug === slug)?.items.filter(({ type }) => itemType(type).graded) ?? [];
const allSolved = new Set(first.activities.flatMap(({ items }) => items.map(({ id }) => id)));

test.each<{
  why: string;
  of?: Lesson;
  here?: ActivitySlug;
  known: Partial<LearnerRecord>;
  rule: string | undefined;
  title?: string;
  href?: string;
}>([
  {
    why: 'a new learner starts with the first activity',
    known: {},
    rule: 'finish-lesson',
    title: 'Introduction',
    href: `${base}/fixture`,
  },
  {
    why: 'at the end of an activity the ones after it come first',
    here: 'project',
    known: {},
    rule: 'finish-lesson',
    title: 'Review',
    href: `${base}/fixture/review`,
  },
  {
    why: 'then the activities before it',
    here: 'practice',
    known: { standings: finishedIn(first, 'try', 'challenge', 'practice') },
    rule: 'finish-lesson',
    title: 'Try',
  },
  {
    why: 'an activity does not recommend itself',
    here: 'practice',
    known: { standings: finishedIn(first, 'practice') },
    rule: 'take-test',
    title: 'Test this concept',
    href: `${base}/fixture/test`,
  },
  {
    why: 'after a test that could not tell, more questions are answered',
    known: { standings: finishedIn(first), verdicts: new Map([tested(first, 'unsure')]) },
    rule: 'settle-doubt',
    title: 'Answer more questions',
  },
  {
    why: 'strong leads to the first unfinished part of the next lesson',
    known: { standings: finishedIn(second, 'challenge'), verdicts: new Map([tested(first, 'strong')]) },
    rule: 'next-lesson-after-test',
    title: 'second',
    href: `${base}/second/challenge`,
  },
  {
    why: 'a strong lesson is skipped',
    known: { verdicts: new Map([tested(first, 'strong'), tested(second, 'strong')]) },
    rule: 'next-lesson-after-test',
    title: 'third',
  },
  {
    why: 'after the last lesson the earlier ones follow',
    of: third,
    known: { verdicts: new Map([tested(third, 'strong')]) },
    rule: 'next-lesson-after-test',
    title: 'The fixture',
  },
  {
    why: 'the next lesson opens at what its own test recommends',
    known: { verdicts: new Map([tested(first, 'strong'), tested(second, 'not-yet')]) },
    rule: 'next-lesson-after-test',
    title: 'second',
    href: `${base}/second`,
  },
  {
    why: 'all strong leads to the page of the track',
    known: {
      verdicts: new Map([tested(first, 'strong'), tested(second, 'strong'), tested(third, 'strong')]),
    },
    rule: 'track-map',
    title: 'The fixture track',
    href: base,
  },
  {
    why: '«not yet» leads to practice at its first question, at the end of an activity too',
    here: 'introduction',
    known: { verdicts: new Map([tested(first, 'not-yet')]) },
    rule: 'practise-weak',
    title: 'Try',
    href: `${base}/fixture/try#try-1`,
  },
  {
    why: 'but not to the activity of this page, and never to the project',
    here: 'try',
    known: { standings: since, verdicts: new Map([tested(first, 'not-yet')]) },
    rule: 'practise-weak',
    title: 'Practice',
  },
  {
    why: 'before the first answer since the test, the passage about the weak objective is read',
    known: { verdicts: new Map([tested(first, 'not-yet', ['first'])]) },
    rule: 'read-weak',
    title: 'Where it begins (Introduction)',
    href: `${base}/fixture#s-where-it-begins`,
  },
  {
    why: 'without weak objectives the lesson is read again',
    known: { solved: allSolved, verdicts: new Map([tested(first, 'not-yet')]) },
    rule: 'read-weak',
    href: `${base}/fixture`,
  },
  {
    why: 'and after reading it the test is taken again',
    here: 'introduction',
    known: {
      solved: allSolved,
      standings: finishedIn(first),
      verdicts: new Map([tested(first, 'not-yet')]),
    },
    rule: 'retest',
    title: 'Take another test',
  },
  {
    why: 'after the challenge the test follows, not the Introduction',
    here: 'challenge',
    known: { standings: finishedIn(first, 'introduction', 'try') },
    rule: 'test-after-challenge',
    title: 'Test this concept',
  },
  {
    why: 'and on the page of the test, an activity that is not the Introduction',
    here: 'test',
    known: { standings: finishedIn(first, 'introduction', 'try') },
    rule: 'finish-lesson',
    title: 'Try',
  },
  {
    why: 'after a strong test, a lesson that this one builds on does not follow',
    of: onSecond,
    known: { verdicts: new Map([tested(onSecond, 'strong')]) },
    rule: 'next-lesson-after-test',
    title: 'The fixture',
  },
  {
    why: 'nor after another lesson: the strong test shows that it is known',
    known: { verdicts: new Map([tested(first, 'strong'), tested(onSecond, 'strong')]) },
    rule: 'track-map',
  },
])('$why', ({ of = first, here = null, known, rule, title, href }) => {
  const recommendation = recommendNext(
    nextFacts(of === onSecond || known.verdicts?.has('onSecond') ? builtOn : track, of, record(known), here),
  );
  expect(recommendation?.rule).toBe(rule);
  if (title) expect(recommendation?.to?.title).toBe(title);
  if (href) expect(recommendation?.to?.href).toBe(href);
});

test('practice is the activity with the most unsolved questions', () => {
  const verdicts = new Map([tested(first, 'not-yet')]);
  const before = nextFacts(track, first, record({ verdicts })).practice;
  expect(before).toMatchObject({ to: { title: 'Try' }, questions: gradedIn('try').length });
  const solved = new Set(gradedIn('try').map(({ id }) => id));
  expect(nextFacts(track, first, record({ verdicts, solved })).practice?.to.title).not.toBe('Try');
});

test('practice counts only questions about the weak objectives when these are known', () => {
  const [asked] = gradedIn('try');
  if (!asked) throw new Error('Try asks nothing');
  const item = { ...asked, objective: 'the-weak-one' };
  const activities = first.activities.map((one) =>
    one.slug === 'practice' ? { ...one, items: [item] } : one,
  );
  const verdicts = new Map([tested(first, 'unsure', ['the-weak-one'])]);
  expect(nextFacts(track, { ...first, activities }, record({ verdicts })).practice).toMatchObject({
    to: { title: 'Practice', activity: { lessonId: first.id, slug: 'practice' } },
    questions: 1,
  });
});

test('a lesson without a pool has no test, and is skipped once it is finished', () => {
  const untested = { ...second, pool: [] };
  const known = record({ standings: finishedIn(second), verdicts: new Map([tested(first, 'strong')]) });
  const lessons = { ...track, lessons: [first, untested, third] };
  expect(nextFacts(lessons, untested, known).test).toBeNull();
  expect(nextFacts(lessons, first, known).nextLesson?.title).toBe('third');
});

test('another test is recommended from the second day after the last', () => {
  const verdicts = new Map([tested(first, 'not-yet')]);
  expect(nextFacts(track, first, record({ verdicts })).retestDay).toBe('2026-11-24');
  expect(nextFacts(track, first, record({})).retestDay).toBeNull();
});
