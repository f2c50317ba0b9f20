import type { Chance } from '#lib/chance/chance.ts';
import { alias, chance } from '#lib/chance/chance.ts';
import type { Explanation, FormFields } from '#lib/item/item-type.ts';
import { problemKindLabels } from '#lib/item/problem-kind.ts';
import {
  type Answer,
  type Item,
  type ItemView,
  itemType,
  type Level,
  type SecretItem,
} from '#lib/item/registry.ts';
import type { Delivery } from '#lib/lesson/delivery.ts';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { Rich } from '#lib/text/rich.ts';
import { hasRunOut, isPastGrace } from './clock.ts';
import type { Draft, DraftState } from './draft.ts';
import { fallByHint, fullPoints, type PaymentFacts, paymentsAhead } from './points.ts';

/** An item as one learner sees it now: the public part with shuffled order and renamed ids, and the secrets that may be shown by now. */
export type ServedItem = ItemView & {
  readonly id: string;
  readonly version: string;
  readonly level: Level;
  /** What it asks for, in the learner’s words, where the author says so. */
  readonly asks?: string;
  readonly title?: string;
  /** Its key was tested by running programs. */
  readonly proven?: true;
  readonly prompt: Rich;
  /** Points for a right first attempt without hints; 0 in modes that pay none. */
  readonly worth: number;
  readonly state: ItemState;
};

export interface ItemState extends DraftState {
  readonly used: number;
  /** Of the next attempt: equal for a double click or a repeated request, different for each new attempt. */
  readonly idempotencyKey: string;
  /** Attempts left; null when unlimited. */
  readonly left: number | null;
  /** No further answer is accepted: the item is solved, the attempts are used up, the time is over or the sitting is closed. */
  readonly settled: boolean;
  readonly solved: boolean;
  readonly timeOver: boolean;
  /** The last answer, with the ids of this view. */
  readonly answer: Answer | null;
  /** Null before the first answer, and in a test before its end. */
  readonly outcome: AnswerOutcome | null;
  readonly hints: readonly Rich[];
  readonly hintsLeft: number;
  /** By how many points the next hint lowers what a right answer pays now. */
  readonly hintPrice: number;
  /** Points that a right answer pays now, at the next attempt, and so on until they fall no further; empty if none. */
  readonly pays: readonly number[];
  readonly solution: Rich | null;
  /** The passage that teaches the item, after an answer that was not right; null if the author names none. */
  readonly passage: TeachingPassage | null;
  /** Points that this item has paid so far. */
  readonly points: number;
  /** Milliseconds since 1970 on the server's clock; null without a clock. */
  readonly deadline: number | null;
}

/** A passage of the lesson: its page, and where its text alone is, or the beginning of a whole activity. */
export interface TeachingPassage extends PageLink {
  readonly textHref: string;
}

export type AnswerOutcome = Explanation & { readonly score: number; readonly correct: boolean };

/** Identifies a sitting, stored or not, by its lesson, activity and number. */
export interface SittingAddress {
  readonly lessonId: string;
  readonly activity: string;
  readonly ordinal: number;
}

export const sittingPath = ({ lessonId, activity, ordinal }: SittingAddress): string =>
  `${lessonId}/${activity}/${ordinal}`;

export interface Serving {
  readonly item: Item;
  readonly secret: SecretItem;
  /** The sitting's seed. */
  readonly seed: string;
  /** Lesson, activity and ordinal of the sitting. */
  readonly address: SittingAddress;
  readonly delivery: Delivery;
  readonly used: number;
  readonly hintsOpened: number;
  readonly points: number;
  readonly payment: PaymentFacts;
  readonly passage: TeachingPassage | null;
  readonly deadline: Date | null;
  /** Whether the sitting is over. */
  readonly closed: boolean;
  readonly last: { readonly answer: Answer; readonly solved: boolean } | null;
  readonly draft: Draft | undefined;
  readonly now: Date;
}

/** What stands in place of the name of its kind: the author's own words before those of the kinds of problems. */
function askedOf({ label, asks }: Item): { asks?: string } {
  const asked = label ?? (asks && problemKindLabels[asks]);
  return asked ? { asks: asked } : {};
}

/** Decides what a learner may see of an item. Every secret that is shown passes through this function. */
export function serve(serving: Serving): ServedItem {
  const { item, secret, delivery, used, last } = serving;
  const type = itemType(item.type);
  const names = alias(`${serving.seed}/${item.id}`);
  const listed = delivery.shuffle ? undefined : type.inAuthorOrder?.(item.body);
  const view = listed
    ? type.publicOptions(listed, inOrder, names)
    : type.publicOptions(item.body, itemChance(serving.seed, item.id), names);
  const left = delivery.attempts === null ? null : Math.max(0, delivery.attempts - used);
  const solved = last?.solved ?? false;
  const timeOver = hasRunOut(serving.deadline, serving.now) && !solved;
  const pastGrace = isPastGrace(serving.deadline, serving.now);
  const settled = solved || left === 0 || timeOver || serving.closed;
  const feedbackDue = delivery.feedback === 'at-once' || serving.closed;
  // Within the grace period a second window must not reveal the right answer, since an answer still counts.
  // After an answer without feedback they would reveal whether it is right.
  const pays = delivery.pays && !settled && (feedbackDue || used === 0);
  const isFull = feedbackDue && (solved || left === 0 || pastGrace || serving.closed);
  const solutionDue = isFull || (delivery.solution === 'after-answer' && used > 0);
  return {
    ...viewOf(item.type, view),
    id: item.id,
    version: shownVersion(item, serving.seed),
    level: item.level,
    ...askedOf(item),
    ...(item.title ? { title: item.title } : {}),
    ...(item.proven ? { proven: true as const } : {}),
    prompt: item.prompt,
    worth: delivery.pays ? fullPoints(item) : 0,
    state: {
      used,
      idempotencyKey: idempotencyKeyFor(serving.address, item.id, used),
      left,
      settled,
      solved: feedbackDue && solved,
      timeOver,
      answer: last && type.renameIds(type.runs?.asSubmitted(last.answer) ?? last.answer, names),
      ...draftState(item, serving.seed, settled ? undefined : serving.draft),
      outcome: last && feedbackDue ? outcome(serving, last.answer, isFull, names) : null,
      hints: secret.hints.slice(0, serving.hintsOpened),
      hintsLeft:
        delivery.hints || type.freeHints
          ? secret.hints.length - Math.min(secret.hints.length, serving.hintsOpened)
          : 0,
      hintPrice: pays ? fallByHint(item, serving.payment, serving.hintsOpened) : 0,
      pays: pays ? paymentsAhead(item, serving.payment, left) : [],
      solution: solutionDue ? secret.solution : null,
      passage: last && feedbackDue && !solved && type.graded ? serving.passage : null,
      points: feedbackDue ? serving.points : 0,
      deadline: settled || !serving.deadline ? null : serving.deadline.getTime(),
    },
  };
}

/** The idempotency key of the attempt that follows `used` attempts. */
export function idempotencyKeyFor(address: SittingAddress, itemId: string, used: number): string {
  return `${sittingPath(address)}/${itemId}/${used + 1}`;
}

/** The draft as a page shows it. The item may have changed since, so fields that are no valid answer to it are left out. */
export function draftState(item: Item, seed: string, draft: Draft | undefined): DraftState {
  const answer = draft && postedAnswer(item, seed, draft.fields);
  return {
    draft: answer?.shown ?? null,
    draftRevision: draft?.revision ?? 0,
    otherDrafts: (draft?.others ?? [])
      .filter(({ fields }) => postedAnswer(item, seed, fields))
      .map(({ id, savedAt }) => ({ id, savedAt })),
  };
}

/** The answer in a posted form, with the sitting's ids (`shown`) and the author's ids (`own`); null when it is not valid for the item. */
export function postedAnswer(
  item: Item,
  seed: string,
  fields: FormFields,
): { readonly shown: Answer; readonly own: Answer } | null {
  const shown = itemType(item.type).formSchema.safeParse(fields).data;
  const own = shown && authorsAnswer(item, seed, shown);
  return shown && own ? { shown, own } : null;
}

/** An alias of the item's version. The version itself is a hash over the answer key, against which guesses at a short key could be checked. */
export function shownVersion({ version }: Pick<Item, 'version'>, seed: string): string {
  return alias(`${seed}/version`)(version);
}

/** Translates the ids of a posted answer from the sitting's to the author's; null when the answer is not valid for the item. */
export function authorsAnswer(item: Item, seed: string, answer: Answer): Answer | null {
  const names = alias(`${seed}/${item.id}`);
  const type = itemType(item.type);
  const ids = new Map(type.aliasedIds?.(item.body).map((id) => [names(id), id]));
  return type.renameIds(answer, (shown) => ids.get(shown));
}

/** Keeps the given order. */
const inOrder: Chance = { shuffle: (values) => [...values], below: () => 0 };

function itemChance(seed: string, itemId: string): Chance {
  return chance(`${seed}/${itemId}/shuffle`);
}

function outcome(
  { item, secret }: Serving,
  answer: Answer,
  full: boolean,
  names: (id: string) => string,
): AnswerOutcome {
  const type = itemType(item.type);
  const { score, correct } = type.grade(item.body, secret.key, answer);
  const { parts, notes, model, checklist } = type.explain(item.body, secret.key, answer, full);
  const known = new Set(type.aliasedIds?.(item.body));
  const name = (id: string) => (known.has(id) ? names(id) : id);
  return {
    score,
    correct,
    parts: Object.fromEntries(Object.entries(parts).map(([id, state]) => [name(id), state])),
    notes: Object.fromEntries(Object.entries(notes).map(([id, note]) => [name(id), note])),
    ...(model ? { model } : {}),
    ...(checklist ? { checklist: checklist.map((entry) => ({ ...entry, id: name(entry.id) })) } : {}),
  };
}

function viewOf(type: Item['type'], view: ItemView['view']): ItemView {
  return { type, view } as ItemView;
}
