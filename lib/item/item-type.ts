import type { Code, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { z } from 'zod';
import type { Alias, Chance } from '#lib/chance/chance.ts';
import type { Rich } from '#lib/text/rich.ts';
import type { Rating } from './rating.ts';
import type { Run, RunOutcome } from './run.ts';

/** A posted form: every field with all its values, in the order sent. */
export type FormFields = Record<string, readonly string[]>;

/** What grading says of one answer. `score` is 0..1; `parts` covers what the answer touched. */
export interface Verdict {
  readonly score: number;
  readonly correct: boolean;
}

export type PartState = 'right' | 'wrong' | 'missed';

/** What a learner may see after answering, keyed by option, block, blank or check id. */
export interface Explanation {
  readonly parts: Readonly<Record<string, PartState>>;
  readonly notes: Readonly<Record<string, Rich>>;
  /** Free text to set beside the answer: an expected output, a right order. Only when everything may be seen. */
  readonly model?: Rich;
  /** Concepts of a free recall, with those found in the text. */
  readonly checklist?: readonly { readonly id: string; readonly label: Rich; readonly found: boolean }[];
}

/** How often a blind answer is right and what it earns on average, both 0..1, worked out by hand. */
export interface BlindResult {
  readonly right: number;
  readonly mean: number;
  readonly why: string;
}

/** A question with one right option: its options in the order of the body, and the id of the right one. */
export interface SingleChoice {
  readonly options: readonly { readonly id: string; readonly label: Rich }[];
  readonly right: string;
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
  /** False for open kinds (cards, recall, what-if), which nobody can fail and no test may draw. */
  readonly graded: boolean;
  /** True when what stands behind a hint is the item's other side and costs nothing (cards). */
  readonly freeHints: boolean;
  /** How long such an item usually takes, in milliseconds; without it that depends on the level alone. */
  readonly usualMs?: number;
  /** How long a simulated person thinks about one of medium level, in milliseconds; 45 seconds without it. */
  readonly simulatedMs?: number;
  /** An item of this kind comes back for review as itself (cards); others come back through their objective. */
  readonly reviewedAsItself?: true;
  /** The key says what a program prints, and nothing runs that program to prove it. */
  readonly outputUnverified?: true;
  /** Where the parts stand that have an id, `<Id is="…" />`; without it none have one. */
  readonly parts?: 'list' | 'table';
  /** For kinds that have parts in some items only; without it all have. */
  hasParts?(element: MdxJsxFlowElement): boolean;
  /** Tags that may stand in it beside Hint and Solution, with their attributes. */
  readonly nested?: Readonly<Record<string, z.ZodObject>>;
  /** Reads the author's text; reports what is wrong with it and yields undefined when nothing can be made of it. */
  read(source: ItemSource): CompiledParts<Body, Key> | undefined;
  /** The answer in a posted form. */
  readonly formSchema: z.ZodType<Answer>;
  /** Why this answer cannot be graded yet (nothing chosen, a gap left): costs no attempt. */
  validate(body: Body, answer: Answer): string | null;
  /** Ids that a sitting hides behind names of its own; without it there are none. */
  aliasedIds?(body: Body): readonly string[];
  /** The same answer with other ids; null when an id is unknown to `rename`. */
  renameIds(answer: Answer, rename: (id: string) => string | undefined): Answer | null;
  /** The public options: what the browser gets before answering. */
  publicOptions(body: Body, chance: Chance, alias: Alias): View;
  /** The body in the author's order, for an activity that does not shuffle; without it every order is as good. */
  inAuthorOrder?(body: Body): Body;
  /** Only for kinds whose answers are run before they are graded. */
  readonly runs?: AnswerRuns<Body, Key, Answer>;
  grade(body: Body, key: Key, answer: Answer): Verdict;
  /** `full`: attempts are over or the answer is right, so the key may be seen. */
  explain(body: Body, key: Key, answer: Answer, full: boolean): Explanation;
  /** Chance that an answer given blindly is right, 0..1; without it there is nothing to guess from. */
  guessProbability?(body: Body, key: Key): number;
  /** An answer of somebody who knows nothing and takes each possibility for equally likely; for graded kinds. */
  blindAnswer?(body: Body, key: Key, chance: Chance): Answer;
  /** For kinds with questions that have one right option; null for their other questions. */
  singleChoice?(body: Body, key: Key): SingleChoice | null;
  /** How well the person knew it by their own word; without it, or when null, grading says so. */
  selfRating?(answer: Answer): Rating | null;
  /**
   * What an answer chose: a short text for each part, the same for the same choice, with the author's ids; not for
   * prose and programs, which are hardly ever the same.
   */
  chosenParts?(answer: Answer): readonly string[];
  /** The form that reads back as this answer; without it each property is a field of its own name. */
  formFields?(answer: Answer): FormFields;
  /** A right or a wrong answer, for simulated people and for tests. */
  exampleAnswer(body: Body, key: Key, right: boolean, chance: Chance): Answer;
  /** For answers given in steps: what follows `before` on the way to `answer`. */
  nextStep?(answer: Answer, before: Answer | null): Answer;
  /** Items as an author writes them, one for each way in which this kind asks: the tests of every kind ask them. */
  readonly exampleSources: Readonly<Record<string, string>>;
  /** For graded kinds: what a blind answer to each example earns. */
  readonly blindResults?: Readonly<Record<string, BlindResult>>;
}

/**
 * An answer that is run: what to run, and the same answer with what the runs said. That is stored with it, so that
 * grading stays a pure function of what is stored.
 */
export interface AnswerRuns<Body, Key, Answer> {
  /** None when nothing of this answer needs a run. */
  programs(body: Body, key: Key, answer: Answer): readonly Run[];
  /** `outcomes` in the order of `programs`. */
  withOutcomes(key: Key, answer: Answer, outcomes: readonly RunOutcome[]): Answer;
  /** What the person sent, without what running it said. */
  asSubmitted(answer: Answer): Answer;
}

export interface CompiledParts<Body, Key> {
  readonly prompt: Rich;
  readonly body: Body;
  readonly key: Key;
  /** Replaces the author's hints: a card's other side. */
  readonly hints?: readonly Rich[];
}

/** An item's text as the author wrote it, hints and solution already taken out. */
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
