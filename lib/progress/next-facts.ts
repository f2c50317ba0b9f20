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
  /** The learner's calendar day, like 2026-11-22. */
  readonly today: string;
  /** Questions of the round on this page that were answered and are not right yet; 0 where there is no round. */
  readonly missed: number;
  /** Questions of that round without any answer. */
  readonly unanswered: number;
  /** The activity last worked on that has something left to solve; null on pages that do not use it. */
  readonly leftOff: LeftOffDestination | null;
  readonly lessonTitle: string;
  /** The outcome of the newest test of the lesson; null before the first. */
  readonly verdict: Outcome | null;
  /** Whether it is known which objectives that test found weak. */
  readonly hasWeakObjectives: boolean;
  /** Whether anything of the lesson was answered after that test. */
  readonly hasAnsweredSinceTest: boolean;
  /** The day from which another test is recommended; null without a test. */
  readonly retestDay: string | null;
  /** Whether every problem of the challenge was solved, as for most badges. */
  readonly isChallengeDone: boolean;
  /** What teaches the weak objectives, or the lesson when these are not known; empty unless a test was not strong. */
  readonly passages: readonly Destination[];
  /** The activity with the most unsolved questions about the weak objectives, or about any objective when these are not known; null unless a test was not strong. */
  readonly practice: Practice | null;
  /** The next activity of the lesson that is not finished. */
  readonly unfinished: Destination | null;
  readonly test: Destination | null;
  /** The next lesson of the track that is not proven and has something left to do. */
  readonly nextLesson: Destination | null;
  /** Ids of all lessons that this one builds on; empty unless its test was strong. */
  readonly buildsOn: readonly string[];
  readonly track: Destination;
}

export interface LeftOffDestination extends Destination {
  /** Whether it was worked on after the newest test of its lesson; true without a test. */
  readonly isNewerThanTest: boolean;
}

/** An activity with the number of its questions that are not solved yet. */
export interface Practice {
  readonly to: Destination;
  readonly questions: number;
}
