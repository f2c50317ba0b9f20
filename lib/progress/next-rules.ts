import { dueInWords, weekday } from '#lib/calendar/time-in-words.ts';
import type { Destination, NextFacts, Practice } from './next-facts.ts';

export type RuleName = (typeof nextRules)[number]['name'];

export interface Rule<Name extends string> {
  readonly name: Name;
  /** When it applies and where it leads, as the handbook prints it. */
  readonly text: { readonly when: string; readonly leadsTo: string };
  /** Whether the rule applies, regardless of the rules above it. */
  readonly when: (facts: NextFacts) => boolean;
  /** Where it leads; a rule without a destination is skipped. */
  readonly to: ((facts: NextFacts) => Destination | null) | 'this-page';
  readonly reason: (facts: NextFacts) => string;
}

const rule = <const Name extends string>(definition: Rule<Name>): Rule<Name> => definition;
const always = () => true;
const isWeak = ({ verdict }: NextFacts) => verdict === 'not-yet' || verdict === 'unsure';
const isStrong = ({ verdict }: NextFacts) => verdict === 'strong';
const nothingLeft = 'Nothing else is left to do in this lesson.';
const testSays = 'A short test says how sure we can be that you know it.';

/** The rules in order: the first that applies and has a destination decides, on every page. */
export const nextRules = [
  rule({
    name: 'retry-missed',
    text: {
      when: 'every question of the page is answered, and some are not right yet',
      leadsTo: 'another round of these questions, on the same page',
    },
    when: ({ missed, unanswered }) => missed > 0 && unanswered === 0,
    to: 'this-page',
    reason: ({ missed }) =>
      `${missed === 1 ? 'One question was' : `${missed} questions were`} not right yet. Another round now costs no points and helps most.`,
  }),
  rule({
    name: 'continue',
    text: {
      when: 'a test is open; or an activity was begun and is not finished, and no test says not yet or can’t tell yet',
      leadsTo: 'that test or activity',
    },
    when: (facts) =>
      facts.leftOff?.activity?.slug === 'test' || (facts.leftOff?.isNewerThanTest === true && !isWeak(facts)),
    to: ({ leftOff }) => leftOff,
    reason: () => 'You have started this and not finished it.',
  }),
  rule({
    name: 'next-lesson-after-test',
    text: {
      when: 'the newest test says strong',
      leadsTo: 'the next lesson that no test has shown yet',
    },
    when: isStrong,
    to: ({ nextLesson }) => nextLesson,
    reason: ({ lessonTitle }) =>
      `Your test says that you know ${lessonTitle}. Continue with the next lesson.`,
  }),
  rule({
    name: 'track-map',
    text: { when: 'the same, and there is no such lesson', leadsTo: 'the page of the track' },
    when: isStrong,
    to: ({ track }) => track,
    reason: ({ lessonTitle }) =>
      `Your test says that you know ${lessonTitle}. The track’s page shows where you stand in each of its lessons.`,
  }),
  rule({
    name: 'settle-doubt',
    text: {
      when: 'the test can’t tell yet and found nothing weak',
      leadsTo: 'the test, for more questions within a day, or for another test',
    },
    when: ({ verdict, hasWeakObjectives }) => verdict === 'unsure' && !hasWeakObjectives,
    to: ({ test }) => test && { ...test, title: 'Answer more questions' },
    reason: () =>
      'The last test could not tell whether you know this lesson. Within a day you may answer more questions, and those before still count; after that another test starts from zero.',
  }),
  rule({
    name: 'read-weak',
    text: {
      when: 'the test says not yet or can’t tell yet, and nothing of the lesson was answered since',
      leadsTo: 'the passage that teaches what was weak',
    },
    when: (facts) => isWeak(facts) && !facts.hasAnsweredSinceTest,
    to: ({ passages }) => passages[0] ?? null,
    reason: ({ hasWeakObjectives }) =>
      hasWeakObjectives
        ? 'This passage teaches what your test found weak. Read it, then practise exactly that.'
        : 'Read this again, then practise.',
  }),
  rule({
    name: 'practise-weak',
    text: {
      when: 'then, while there are unsolved questions about what was weak',
      leadsTo: 'the activity with the most of them, at the first',
    },
    when: isWeak,
    to: ({ practice }) => practice?.to ?? null,
    reason: ({ practice, hasWeakObjectives }) => practiceReason(practice, hasWeakObjectives),
  }),
  rule({
    name: 'retest',
    text: { when: 'then', leadsTo: 'another test, from the second day after the last' },
    when: isWeak,
    to: ({ test }) => test,
    reason: retestReason,
  }),
  rule({
    name: 'test-after-challenge',
    text: {
      when: 'every problem of the challenge is solved, other parts are not finished, and there was no test',
      leadsTo: 'the test',
    },
    when: ({ isChallengeDone, verdict, unfinished }) =>
      isChallengeDone && verdict === null && unfinished !== null,
    to: ({ test }) => test,
    reason: () => `You have solved every problem of the challenge. ${testSays}`,
  }),
  rule({
    name: 'finish-lesson',
    text: {
      when: 'an activity of the lesson is not finished',
      leadsTo: 'the next such activity after this one, or else before it',
    },
    when: always,
    to: ({ unfinished }) => unfinished,
    reason: () => 'The next part of this lesson that you have not finished.',
  }),
  rule({
    name: 'take-test',
    text: { when: 'there was no test', leadsTo: 'the test' },
    when: ({ verdict }) => verdict === null,
    to: ({ test }) => test,
    reason: () => `${nothingLeft} ${testSays}`,
  }),
  rule({
    name: 'next-lesson',
    text: { when: 'otherwise', leadsTo: 'the next lesson' },
    when: always,
    to: ({ nextLesson }) => nextLesson,
    reason: ({ lessonTitle }) =>
      `Nothing else is left to do in ${lessonTitle}. Continue with the next lesson.`,
  }),
] as const;

interface Exclusion {
  /** As the handbook prints it. */
  readonly text: string;
  readonly excludes: (facts: NextFacts, to: Destination) => boolean;
}

/** Where no rule leads. */
export const exclusions: readonly Exclusion[] = [
  {
    text: 'After a test that says not yet or can’t tell yet, never to a project.',
    excludes: (facts, { activity }) => isWeak(facts) && activity?.slug === 'project',
  },
  {
    text: 'After a strong test, never to a lesson that this one builds on.',
    excludes: (facts, { activity }) =>
      isStrong(facts) && activity !== null && facts.buildsOn.includes(activity.lessonId),
  },
  {
    text: 'After the challenge is solved, never back to the Introduction, unless to a passage that a test found weak.',
    excludes: (facts, { activity, href }) =>
      facts.isChallengeDone && activity?.slug === 'introduction' && !href.includes('#'),
  },
];

/** Whether the day of another test has come. */
export const isRetestDue = ({ today, retestDay }: NextFacts) => retestDay === null || retestDay <= today;

function retestReason(facts: NextFacts): string {
  const { today, retestDay } = facts;
  const differs = 'It asks different questions where possible.';
  if (retestDay === null || isRetestDue(facts)) return `Time for another test. ${differs}`;
  return `From ${weekday(retestDay, 'long')} (${dueInWords(retestDay, today)}) another test can show what has stayed. ${differs}`;
}

function practiceReason(practice: Practice | null, isWeakKnown: boolean): string {
  if (!practice) return '';
  const { questions, to } = practice;
  const asks = questions === 1 ? 'one question' : `${questions} questions`;
  const about = isWeakKnown ? 'about what was missed' : 'that you have not solved';
  return `${to.title} has ${asks} ${about}. Answer ${questions === 1 ? 'it' : 'them'}, then test again.`;
}
