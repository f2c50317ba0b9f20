import type { Code, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { z } from 'zod';
import type { Alias, Chance } from '#lib/chance/chance.ts';
import type { Rich } from '#lib/text/rich.ts';
import type { ProofPlan, ProofSource } from './proof.ts';
import type { Rating } from './rating.ts';
import type { Run, RunOutcome } from './run.ts';

/** A posted form: all values of each field, in the order sent. */
export type FormFields = Record<string, readonly string[]>;

/** The grade of one answer. `score` is between 0 and 1. */
export interface Grade {
  readonly score: number;
  readonly correct: boolean;
}

export type PartState = 'right' | 'wrong' | 'missed';

/** Feedback on an answer, by the id of an option, block, blank or check. */
export interface Explanation {
  readonly parts: Readonly<Record<string, PartState>>;
  readonly notes: Readonly<Record<string, Rich>>;
  /** A model answer, such as the expected output or a right order; only when the key may be seen. */
  readonly model?: Rich;
  /** The concepts of a free recall, and whether the text mentions each. */
  readonly checklist?: readonly { readonly id: string; readonly label: Rich; readonly found: boolean }[];
}

/** What the score of an answer depends on, as plain JSON in an order that the author's order does not change. */
export interface GradedBy {
  /** What an answer can choose, with the author's ids; empty if it is typed. */
  readonly choices: readonly string[];
  /** Which answers are right, and by which rule others score. */
  readonly key: unknown;
}

/** The probability that a blind answer is right and its mean score, both between 0 and 1, calculated by hand. */
export interface BlindResult {
  readonly right: number;
  readonly mean: number;
  readonly why: string;
}

/** A question with one right option: its options in the order of the body, and the id of the right one. */
export interface SingleChoice {
  /** `listedAt`: the place in the author's list, if that is not the place in the body. */
  readonly options: readonly {
    readonly id: string;
    readonly label: Rich;
    readonly listedAt?: number;
    /** Whether it stays at the end when options are shuffled. */
    readonly last?: boolean;
  }[];
  readonly right: string;
}

/** A question with several right options, as `SingleChoice`. */
export interface SeveralChoice {
  readonly options: SingleChoice['options'];
  readonly right: readonly string[];
}

/**
 * Rules by which whole answers are guessed. `shown`: in the order in which a sitting shows the parts; `shared-words`: what
 * the question or the other side names; `short-first` and `long-first`: by the length of the parts.
 */
export const guessRules = [
  'shown',
  'alphabetical',
  'shared-words',
  'commonest',
  'short-first',
  'long-first',
] as const;
export type GuessRule = (typeof guessRules)[number];

/** What a guesser can see beside an item, to answer without knowing anything. */
export interface GuessContext {
  readonly chance: Chance;
  /** How often a word occurs in the text of the lesson. */
  readonly frequency: (word: string) => number;
  /** The question itself, in which an answer may stand. */
  readonly prompt: Rich;
}

/**
 * Everything the core knows about one kind of item. A new kind is one such entry in `registry.ts` and one in
 * `components/item/kinds/registry.ts`; nothing else names the kinds.
 */
export interface ItemType<Name extends string, Body, Key, Answer, View> {
  readonly name: Name;
  /** The tag an author writes. */
  readonly component: string;
  /** The attributes of the tag beyond id, level, objective and time. */
  readonly attributes: z.ZodObject;
  /** False for open kinds (cards, recall, what-if), which cannot be failed and are never part of a test. */
  readonly graded: boolean;
  /** True if a hint is the other side of the item and costs nothing (cards). */
  readonly freeHints: boolean;
  /** Usual time for such an item, in milliseconds; if absent, it depends on the level only. */
  readonly usualMs?: number;
  /** Time that a simulated learner needs for an item of medium level, in milliseconds; 45 seconds if absent. */
  readonly simulatedMs?: number;
  /** An item of this kind is reviewed itself (cards); for other kinds the objective is reviewed. */
  readonly reviewedAsItself?: true;
  /** The Markdown block whose parts have ids, `<Id is="…" />`; if absent, no parts have one. */
  readonly parts?: 'list' | 'table';
  /** Its items may be asked in variants, with values that a program of the author computes. */
  readonly mayVary?: true;
  /** For kinds that have parts in some items only; if absent, all have. */
  hasParts?(element: MdxJsxFlowElement): boolean;
  /** Tags allowed in it besides Hint and Solution, with their attributes. */
  readonly nested?: Readonly<Record<string, z.ZodObject>>;
  /** Its program may go on from that of another item, named by an attribute `from`. */
  readonly goesOn?: true;
  /** Two brackets in its text begin a gap, so those of the text keep the backslash with which they are written. */
  readonly hasGaps?: true;
  /** Compiles the author's text and reports its faults; undefined if no item can be made of it. */
  read(source: ItemSource): CompiledParts<Body, Key> | undefined;
  /** Parses the answer from a posted form. */
  readonly formSchema: z.ZodType<Answer>;
  /** A message if the answer cannot be graded yet (nothing chosen, a gap left), which costs no attempt; null if it can. */
  validate(body: Body, answer: Answer): string | null;
  /** Ids that a sitting replaces by aliases; if absent, there are none. */
  aliasedIds?(body: Body): readonly string[];
  /** The same answer with its ids renamed; null if `rename` does not know one of them. */
  renameIds(answer: Answer, rename: (id: string) => string | undefined): Answer | null;
  /** The public options: what the browser receives before the item is answered. */
  publicOptions(body: Body, chance: Chance, alias: Alias): View;
  /** The body in the author's order, for an activity that does not shuffle; if absent, the order does not matter. */
  inAuthorOrder?(body: Body): Body;
  /** Only for kinds whose answers are run before they are graded. */
  readonly runs?: AnswerRuns<Body, Key, Answer>;
  grade(body: Body, key: Key, answer: Answer): Grade;
  /**
   * All that `grade` uses of an item, without its wording: when an edit changes it, earlier answers may score otherwise. If
   * absent, every change of the body or the key counts as one.
   */
  gradedBy?(body: Body, key: Key): GradedBy;
  /** For kinds whose key can be tested by running programs: the answers that are tried, and which of them are right. */
  proofPlan?(body: Body, key: Key, proof: ProofSource): ProofPlan;
  /** Feedback on an answer. `full`: no attempts are left or the answer is right, so the key may be seen. */
  explain(body: Body, key: Key, answer: Answer, full: boolean): Explanation;
  /** Probability that a blind answer is right, between 0 and 1; if absent, it is 0. */
  guessProbability?(body: Body, key: Key): number;
  /** A random answer, each possibility being equally likely; for graded kinds. */
  blindAnswer?(body: Body, key: Key, chance: Chance): Answer;
  /** For kinds that can ask for one of several options; null for an item that does not. */
  singleChoice?(body: Body, key: Key): SingleChoice | null;
  /** For kinds that can ask for several of their options; null for an item that does not. */
  severalChoice?(body: Body, key: Key): SeveralChoice | null;
  /** Whole answers that need no knowledge, by the rule that leads to them; for graded kinds whose answers are no options. */
  guessesByRule?(body: Body, context: GuessContext): Readonly<Partial<Record<GuessRule, Answer>>>;
  /** The learner's own rating; if absent or null, the grade decides. */
  selfRating?(answer: Answer): Rating | null;
  /**
   * What the answer chose, for counting: a short text for each part, with the author's ids. Not for prose and programs,
   * which are hardly ever the same.
   */
  chosenParts?(answer: Answer): readonly string[];
  /** The form fields that `formSchema` parses to this answer; if absent, each property is a field of the same name. */
  formFields?(answer: Answer): FormFields;
  /** A right or a wrong answer, for simulated learners and for tests. */
  exampleAnswer(body: Body, key: Key, right: boolean, chance: Chance): Answer;
  /** For answers given in steps: the answer after `previous` on the way to `answer`. */
  nextStep?(answer: Answer, previous: Answer | null): Answer;
  /** Items as an author writes them, one for each form of this kind; the tests of all kinds use them. */
  readonly exampleSources: Readonly<Record<string, string>>;
  /** For graded kinds: the result of a blind answer to each example. */
  readonly blindResults?: Readonly<Record<string, BlindResult>>;
}

/**
 * For answers that are run: what to run, and the answer with the results of the runs. These are stored with it, so that
 * grading stays a pure function of what is stored.
 */
export interface AnswerRuns<Body, Key, Answer> {
  /** Empty if nothing of this answer needs a run. */
  programs(body: Body, key: Key, answer: Answer): readonly Run[];
  /** `outcomes` in the order of `programs`. */
  withOutcomes(key: Key, answer: Answer, outcomes: readonly RunOutcome[]): Answer;
  /** The answer as the learner sent it, without the results of its runs. */
  asSubmitted(answer: Answer): Answer;
}

export interface CompiledParts<Body, Key> {
  readonly prompt: Rich;
  readonly body: Body;
  readonly key: Key;
  /** Replaces the author's hints: a card's other side. */
  readonly hints?: readonly Rich[];
  /** For items whose answers can be tried by running them. It is secret, and no part of the item's version. */
  readonly proof?: ProofSource | undefined;
}

/** The source of an item as the author wrote it, without hints and solution. */
export interface ItemSource {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly element: MdxJsxFlowElement;
  readonly nodes: readonly RootContent[];
  /** Nested components by name: those of the kind, Hint, Solution. */
  nested(name: string): readonly MdxJsxFlowElement[];
  rich(nodes: readonly RootContent[]): Rich;
  code(node: Code, value?: string): Rich;
  report(at: { position?: RootContent['position'] } | undefined, rule: string, message: string): void;
}
