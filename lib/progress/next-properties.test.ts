import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { type ActivitySlug, activityKinds } from '#lib/lesson/activities.ts';
import type { Destination, NextFacts } from './next-facts.ts';
import { recommendNext, recommendSteps } from './recommend-next.ts';

const random = chance('what comes next');
const pick = <T>(list: readonly T[]): T => {
  const [first] = random.shuffle([...list]);
  if (first === undefined) throw new Error('The list is empty');
  return first;
};
const maybe = <T>(value: T): T | null => pick([value, null]);
const lessons = ['this', 'below', 'other'] as const;
const slugs: readonly ActivitySlug[] = [...activityKinds.map(({ slug }) => slug), 'test'];

function destination(slug = pick(slugs), lessonId: string = pick(lessons)): Destination {
  const href = `/tracks/t/${lessonId}/${slug}${pick(['', '#passage'])}`;
  return { title: slug, href, activity: { lessonId, lessonTitle: lessonId, slug, title: slug } };
}

/** Any facts, also those that the loader would not make: the rules alone must hold. */
function anyFacts(): NextFacts {
  const own = () => destination(pick(slugs), 'this');
  return {
    today: '2026-11-22',
    missed: pick([0, 0, 2]),
    unanswered: pick([0, 1]),
    leftOff: maybe({ ...destination(), isNewerThanTest: pick([true, false]) }),
    lessonTitle: 'This',
    verdict: pick([null, 'strong', 'not-yet', 'unsure']),
    hasWeakObjectives: pick([true, false]),
    hasAnsweredSinceTest: pick([true, false]),
    retestDay: pick([null, '2026-11-21', '2026-11-24']),
    isChallengeDone: pick([true, false]),
    passages: pick([[], [own()], [own(), own()]]),
    practice: maybe({ to: own(), questions: 2 }),
    unfinished: maybe(own()),
    test: maybe(destination('test', 'this')),
    nextLesson: maybe(destination()),
    buildsOn: ['below'],
    track: { title: 'Track', href: '/tracks/t', activity: null },
  };
}

const many = Array.from({ length: 20_000 }, anyFacts);
const led = many.flatMap((facts) => {
  const next = recommendNext(facts);
  return next ? [{ facts, next, slug: next.to?.activity?.slug, lesson: next.to?.activity?.lessonId }] : [];
});

test('after «not yet» and «can’t tell yet» nobody is sent to a project', () => {
  const weak = led.filter(({ facts: { verdict } }) => verdict === 'not-yet' || verdict === 'unsure');
  expect(weak.length).toBeGreaterThan(1000);
  expect(weak.filter(({ slug }) => slug === 'project')).toEqual([]);
  const steps = many.filter(({ verdict }) => verdict === 'not-yet').flatMap((facts) => recommendSteps(facts));
  expect(steps.filter(({ to }) => to?.activity?.slug === 'project')).toEqual([]);
});

test('after strong nobody is sent to what the lesson builds on', () => {
  const strong = led.filter(({ facts: { verdict } }) => verdict === 'strong');
  expect(strong.length).toBeGreaterThan(1000);
  expect(strong.filter(({ lesson }) => lesson === 'below')).toEqual([]);
});

test('after strong only something begun since comes before the next lesson', () => {
  const others = led.filter(
    ({ facts: { verdict }, next: { rule } }) =>
      verdict === 'strong' &&
      !['retry-missed', 'continue', 'next-lesson-after-test', 'track-map'].includes(rule),
  );
  expect(others).toEqual([]);
});

test('after the challenge nobody is sent back to the Introduction, but for a passage of it', () => {
  const done = led.filter(({ facts }) => facts.isChallengeDone);
  expect(done.length).toBeGreaterThan(1000);
  expect(
    done.filter(({ slug, next }) => slug === 'introduction' && !next.to?.href.includes('#passage')),
  ).toEqual([]);
});

test('of the steps, the first is the recommendation, and only the last has a day', () => {
  const faulty = many.filter((facts) => {
    const [first, second, third, ...more] = recommendSteps(facts);
    const isFirst = JSON.stringify(first ?? null) === JSON.stringify(recommendNext(facts));
    return !isFirst || more.length > 0 || (second && first?.day) || (third && second?.day);
  });
  expect(faulty).toEqual([]);
});
