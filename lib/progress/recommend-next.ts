import type { ActivitySlug } from '#lib/lesson/activities.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';

/** Where a recommendation leads. `title` is the text of its link on every page. */
export interface Destination extends PageLink {
  /** Null for a page that belongs to no lesson. */
  readonly activity: ActivityName | null;
}

export interface ActivityName {
  readonly lessonId: string;
  readonly lessonTitle: string;
  readonly slug: ActivitySlug;
  readonly title: string;
}

/** The facts about a learner and one lesson that a recommendation depends on. */
export interface NextFacts {
  /** Questions of the round on this page that were answered and are not right yet; 0 where there is no round. */
  readonly missed: number;
  /** Questions of that round without any answer. */
  readonly unanswered: number;
  /** The activity last worked on that has something left to solve; null on pages that do not use it. */
  readonly leftOff: Destination | null;
  readonly lessonTitle: string;
  /** The outcome of the newest test of the lesson; null before the first. */
  readonly verdict: Outcome | null;
  /** Whether it is known which objectives that test found weak. */
  readonly hasWeakObjectives: boolean;
  /** The activity with the most unsolved questions about the weak objectives, or about any objective when these are not known. */
  readonly practice: Practice | null;
  /** The activity that explains the lesson. */
  readonly reading: Destination | null;
  /** The next activity of the lesson that is not finished. */
  readonly unfinished: Destination | null;
  readonly test: Destination | null;
  /** The next lesson of the track that has something left to do. */
  readonly nextLesson: Destination | null;
  readonly track: Destination;
}

/** An activity with the number of its questions that are not solved yet. */
export interface Practice {
  readonly to: Destination;
  readonly questions: number;
}

export interface Recommendation {
  readonly rule: RuleName;
  /** Null for another round of the missed questions, which starts on the page itself. */
  readonly to: Destination | null;
  /** One or two sentences for the learner. */
  readonly reason: string;
}

export type RuleName =
  | 'retry-missed'
  | 'continue'
  | 'next-lesson-after-test'
  | 'track-map'
  | 'settle-doubt'
  | 'practise-weak'
  | 'read-again'
  | 'finish-lesson'
  | 'take-test'
  | 'test-again'
  | 'next-lesson';

interface Rule {
  readonly name: RuleName;
  /** Whether the rule applies, regardless of the rules above it. */
  readonly when: (facts: NextFacts) => boolean;
  /** Where it leads; a rule without a destination is skipped. */
  readonly to: ((facts: NextFacts) => Destination | null) | 'this-page';
  readonly reason: (facts: NextFacts) => string;
}

const always = () => true;
const isWeak = ({ verdict }: NextFacts) => verdict === 'not-yet' || verdict === 'unsure';
const nothingLeft = 'Nothing else is left to do in this lesson.';

/** The rules in order: the first that applies and has a destination decides, on every page. */
export const nextRules: readonly Rule[] = [
  {
    name: 'retry-missed',
    when: ({ missed, unanswered }) => missed > 0 && unanswered === 0,
    to: 'this-page',
    reason: ({ missed }) =>
      `${missed === 1 ? 'One question was' : `${missed} questions were`} not right yet. Another round now costs no points and helps most.`,
  },
  {
    name: 'continue',
    when: always,
    to: ({ leftOff }) => leftOff,
    reason: () => 'You have started this and not finished it.',
  },
  {
    name: 'next-lesson-after-test',
    when: ({ verdict }) => verdict === 'strong',
    to: ({ nextLesson }) => nextLesson,
    reason: ({ lessonTitle }) =>
      `Your test says that you know ${lessonTitle}. Continue with the next lesson.`,
  },
  {
    name: 'track-map',
    when: ({ verdict }) => verdict === 'strong',
    to: ({ track }) => track,
    reason: ({ lessonTitle }) =>
      `Your test says that you know ${lessonTitle}. The track’s page shows where you stand in each of its lessons.`,
  },
  {
    name: 'settle-doubt',
    when: ({ verdict, hasWeakObjectives }) => verdict === 'unsure' && !hasWeakObjectives,
    to: ({ test }) => test,
    reason: () =>
      'The last test could not tell whether you know this lesson. A new test starts from zero, with different questions where possible.',
  },
  {
    name: 'practise-weak',
    when: isWeak,
    to: ({ practice }) => practice?.to ?? null,
    reason: ({ practice, hasWeakObjectives }) => practiceReason(practice, hasWeakObjectives),
  },
  {
    name: 'read-again',
    when: isWeak,
    to: ({ reading }) => reading,
    reason: () => 'Read again about what you missed, then take another test.',
  },
  {
    name: 'finish-lesson',
    when: always,
    to: ({ unfinished }) => unfinished,
    reason: () => 'The next part of this lesson that you have not finished.',
  },
  {
    name: 'take-test',
    when: ({ verdict }) => verdict === null,
    to: ({ test }) => test,
    reason: () => `${nothingLeft} A short test says how sure we can be that you know it.`,
  },
  {
    name: 'test-again',
    when: isWeak,
    to: ({ test }) => test,
    reason: () => `${nothingLeft} A new test asks different questions where possible.`,
  },
  {
    name: 'next-lesson',
    when: always,
    to: ({ nextLesson }) => nextLesson,
    reason: ({ lessonTitle }) =>
      `Nothing else is left to do in ${lessonTitle}. Continue with the next lesson.`,
  },
];

/** What to do next and why; null when nothing is left to recommend. */
export function recommendNext(facts: NextFacts): Recommendation | null {
  for (const { name, when, to, reason } of nextRules) {
    if (!when(facts)) continue;
    const destination = to === 'this-page' ? null : to(facts);
    if (destination || to === 'this-page') return { rule: name, to: destination, reason: reason(facts) };
  }
  return null;
}

function practiceReason(practice: Practice | null, isWeakKnown: boolean): string {
  if (!practice) return '';
  const { questions, to } = practice;
  const asks = questions === 1 ? 'one question' : `${questions} questions`;
  const about = isWeakKnown ? 'about what was missed' : 'that you have not solved';
  return `${to.title} has ${asks} ${about}. Answer ${questions === 1 ? 'it' : 'them'}, then test again.`;
}
