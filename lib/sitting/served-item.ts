import type { Chance } from '#lib/chance/chance.ts';
import { alias, chance } from '#lib/chance/chance.ts';
import type { Explanation, FormFields } from '#lib/item/item-type.ts';
import {
  type Answer,
  type Item,
  type ItemView,
  itemType,
  type Level,
  type SecretItem,
} from '#lib/item/registry.ts';
import type { Delivery } from '#lib/lesson/delivery.ts';
import type { Rich } from '#lib/text/rich.ts';
import { hasRunOut, isOver } from './clock.ts';
import type { Draft, DraftState } from './draft.ts';
import { fullPoints, hintPrice } from './points.ts';

/** An item as one person sees it now: its public part, shuffled and renamed, and what may be known by now. */
export type ServedItem = ItemView & {
  readonly id: string;
  readonly version: string;
  readonly level: Level;
  readonly prompt: Rich;
  /** Points for solving it at once without hints; 0 where nothing is paid. */
  readonly worth: number;
  readonly state: ItemState;
};

export interface ItemState extends DraftState {
  readonly used: number;
  /** Names the next attempt: the same for a double click or a repeated request, another one for each new attempt. */
  readonly attemptKey: string;
  /** Attempts left; null is without limit. */
  readonly left: number | null;
  /** Nothing more can be answered: it is solved, attempts are used up, its time is over or the sitting is closed. */
  readonly settled: boolean;
  readonly solved: boolean;
  readonly timeOver: boolean;
  /** The last answer, with the ids of this view. */
  readonly answer: Answer | null;
  /** Null before the first answer, and in a test before its end. */
  readonly outcome: Outcome | null;
  readonly hints: readonly Rich[];
  readonly hintsLeft: number;
  /** Points that the next hint costs. */
  readonly hintPrice: number;
  readonly solution: Rich | null;
  /** Points this item has paid so far. */
  readonly points: number;
  /** Milliseconds since 1970 on the server's clock; null without a clock. */
  readonly deadline: number | null;
}

export type Outcome = Explanation & { readonly score: number; readonly correct: boolean };

/** Which sitting of which activity, before it needs to be stored anywhere. */
export interface SittingAddress {
  readonly lessonId: string;
  readonly activity: string;
  readonly ordinal: number;
}

export const addressKey = ({ lessonId, activity, ordinal }: SittingAddress): string =>
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
  readonly deadline: Date | null;
  /** The sitting is over. */
  readonly closed: boolean;
  readonly last: { readonly answer: Answer; readonly solved: boolean } | null;
  readonly draft: Draft | undefined;
  readonly now: Date;
}

/** The policy of what a person may know of an item, in one place: everything secret that is shown passes here. */
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
  const late = isOver(serving.deadline, serving.now);
  const settled = solved || left === 0 || timeOver || serving.closed;
  const due = delivery.feedback === 'at-once' || serving.closed;
  // As long as an answer on its way would count, a second window must not show what is right.
  const full = due && (solved || left === 0 || late || serving.closed);
  const solutionDue = full || (delivery.solution === 'after-answer' && used > 0);
  const free = type.freeHints;
  return {
    ...viewOf(item.type, view),
    id: item.id,
    version: shownVersion(item, serving.seed),
    level: item.level,
    prompt: item.prompt,
    worth: delivery.pays ? fullPoints(item) : 0,
    state: {
      used,
      attemptKey: attemptKey(serving.address, item.id, used),
      left,
      settled,
      solved: due && solved,
      timeOver,
      answer: last && type.renameIds(type.runs?.asSubmitted(last.answer) ?? last.answer, names),
      ...draftState(item, serving.seed, settled ? undefined : serving.draft),
      outcome: last && due ? outcome(serving, last.answer, full, names) : null,
      hints: secret.hints.slice(0, serving.hintsOpened),
      hintsLeft:
        delivery.hints || free ? secret.hints.length - Math.min(secret.hints.length, serving.hintsOpened) : 0,
      hintPrice: delivery.pays ? hintPrice(item) : 0,
      solution: solutionDue ? secret.solution : null,
      points: due ? serving.points : 0,
      deadline: settled || !serving.deadline ? null : serving.deadline.getTime(),
    },
  };
}

/** Names the attempt that follows `used` ones. */
export function attemptKey(address: SittingAddress, itemId: string, used: number): string {
  return `${addressKey(address)}/${itemId}/${used + 1}`;
}

/** The draft as its page shows it. Fields that do not fit the item, which may have been changed, are no answer to it. */
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

/** The answer in a posted form, with this sitting's names and with the author's; null when it does not fit the item. */
export function postedAnswer(
  item: Item,
  seed: string,
  fields: FormFields,
): { readonly shown: Answer; readonly own: Answer } | null {
  const shown = itemType(item.type).formSchema.safeParse(fields).data;
  const own = shown && authorsAnswer(item, seed, shown);
  return shown && own ? { shown, own } : null;
}

/** A name for the item's version: the version itself is a hash over the key, against which a short key could be tried. */
export function shownVersion({ version }: Pick<Item, 'version'>, seed: string): string {
  return alias(`${seed}/version`)(version);
}

/** An answer as posted, with this sitting's names, to the author's ids; null when it does not fit the item. */
export function authorsAnswer(item: Item, seed: string, answer: Answer): Answer | null {
  const names = alias(`${seed}/${item.id}`);
  const type = itemType(item.type);
  const ids = new Map(type.aliasedIds?.(item.body).map((id) => [names(id), id]));
  return type.renameIds(answer, (shown) => ids.get(shown));
}

/** Leaves everything where it is. */
const inOrder: Chance = { shuffle: (values) => [...values], below: () => 0 };

function itemChance(seed: string, itemId: string): Chance {
  return chance(`${seed}/${itemId}/shuffle`);
}

function outcome(
  { item, secret }: Serving,
  answer: Answer,
  full: boolean,
  names: (id: string) => string,
): Outcome {
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
