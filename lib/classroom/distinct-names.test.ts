import { expect, test } from 'vitest';
import { fixtureLibrary } from '#tests/fixture-course.ts';
import { distinctNames, distinctTitles } from './distinct-names.ts';

const [fixture] = fixtureLibrary().lessons();

/** Titles of lessons given as "track/slug title"; the id is the track and the slug. */
function titlesOf(lessons: readonly string[]): string[] {
  return distinctTitles(
    lessons.flatMap((line) => {
      const [, track = '', slug = '', title = ''] = /^(\w+)\/(\w+) (.*)$/su.exec(line) ?? [];
      return fixture ? [{ ...fixture, id: `id-${track}-${slug}`, track, slug, title }] : [];
    }),
  ).map(({ title }) => title);
}

test.each([
  { why: 'different titles stay unchanged', of: ['a/x Loops', 'a/y Lists'], is: ['Loops', 'Lists'] },
  {
    why: 'equal titles in two tracks get the track, others stay',
    of: ['a/x Intro', 'a/y Lists', 'b/x Intro'],
    is: ['Intro (a)', 'Lists', 'Intro (b)'],
  },
  {
    why: 'equal titles in one track get the folder too',
    of: ['a/x Intro', 'a/y Intro', 'b/x Intro'],
    is: ['Intro (a/x)', 'Intro (a/y)', 'Intro (b)'],
  },
  {
    why: 'a title that equals the longer spelling of another is made distinct too',
    of: ['a/x Intro', 'b/x Intro', 'c/x Intro (a)'],
    is: ['Intro (a/x)', 'Intro (b)', 'Intro (a) (c)'],
  },
  {
    why: 'titles that differ only in invisible characters count as equal',
    of: ['a/x Loops', 'b/x Lo\u00adops'],
    is: ['Loops (a)', 'Lo\u00adops (b)'],
  },
  {
    why: 'titles that differ only in case and spaces count as equal',
    of: ['a/x Intro', 'b/x  INTRO '],
    is: ['Intro (a)', ' INTRO  (b)'],
  },
])('$why', ({ of, is }) => expect(titlesOf(of)).toEqual(is));

test('people with equal names get their user names', () => {
  const people = [
    { name: 'Kim Lee', userName: 'kim' },
    { name: 'Kim Lee', userName: 'kim-2' },
    { name: 'Ada', userName: 'ada' },
  ];
  expect(
    distinctNames(people, [({ name }) => name, ({ name, userName }) => `${name} (${userName})`]),
  ).toEqual(['Kim Lee (kim)', 'Kim Lee (kim-2)', 'Ada']);
});
