import { type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import { plainText } from '#lib/text/rich.ts';
import { exactTail, type Guess, holm } from './exact-tail.ts';

/** A question with one right option, as somebody sees it who has not read the lesson; the key is for the score. */
export interface BlindItem {
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly key: string;
  /** The options stand in the author's order, so that a favourite place can be found. */
  readonly ordered: boolean;
}

/** What one bot scored in one scope. `p`: chance of such a score for one that picks at random. */
export interface GuesserResult {
  readonly bot: string;
  readonly scope: string;
  readonly items: number;
  readonly score: number;
  readonly chance: number;
  readonly p: number;
  readonly flagged: boolean;
}

/** With fewer items than this a bot cannot be distinguished from luck. */
export const fewestItems = 8;
const level = 0.05;

type Option = BlindItem['options'][number];
/** How much an option looks right; the bot picks among those that look best. */
type Look = (option: Option, item: BlindItem) => number;

const hedges =
  /\b(?:usually|often|mostly|typically|generally|normally|sometimes|perhaps|probably|likely|may|might|can|could|tends?|some|most|many|about|roughly|partly|unless|depends)\b/gi;
const absolutes =
  /\b(?:always|never|only|all|none|nothing|every|everything|any|must|cannot|completely|entirely|impossible|guarantees?|exactly)\b/i;

const looks: Readonly<Record<string, Look>> = {
  'longest option': ({ text }) => text.length,
  'shortest option': ({ text }) => -text.length,
  'most commas and ands': ({ text }) => count(text, /[,;]|\band\b/gi),
  'most words of the question': ({ text }, { stem }) => overlap(text, stem),
  'odd one out in length': (option, { options }) => oddness(option, options),
  'no absolute words': ({ text }) => (absolutes.test(text) ? 0 : 1),
  'most hedged': ({ text }) => count(text, hedges),
};

/** Lets every bot sit the questions of one scope. Empty when there are too few. */
export function guess(scope: string, items: readonly BlindItem[]): GuesserResult[] {
  if (items.length < fewestItems) return [];
  const sat = Object.entries(looks).map(([bot, look]) => ({
    bot,
    ...sit(items, (item) => best(item, look)),
  }));
  if (items.every((item) => item.ordered)) sat.push({ bot: 'favourite place', ...favouritePlace(items) });
  const flags = holm(
    sat.map(({ p }) => p),
    level,
  );
  const chance = mean(items.map(({ options }) => 1 / options.length));
  return sat.map(({ bot, score, p }, at) => ({
    bot,
    scope,
    items: items.length,
    score,
    chance,
    p,
    flagged: flags[at] ?? false,
  }));
}

/** An item as a bot may see it; undefined for one without options or with several right ones. */
export function blindItem(
  item: Item,
  { key }: SecretItem,
  order: readonly string[] | undefined,
): BlindItem | undefined {
  const asked = itemType(item.type).singleChoice?.(item.body, key);
  if (!asked) return undefined;
  const shown = asked.options.map(({ id, label }) => ({ id, text: plainText(label).trim() }));
  const ordered = order?.length === shown.length && shown.every(({ id }) => order.includes(id));
  return {
    stem: plainText(item.prompt),
    options: ordered ? shown.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) : shown,
    key: asked.right,
    ordered,
  };
}

function sit(
  items: readonly BlindItem[],
  pick: (item: BlindItem) => readonly Option[],
): { score: number; p: number } {
  const guesses = items.map((item): Guess => {
    const picked = pick(item);
    const hit = 1 / picked.length;
    const credit = picked.some(({ id }) => id === item.key) ? hit : 0;
    return { hit, credit, chance: picked.length / item.options.length };
  });
  return { score: mean(guesses.map(({ credit }) => credit)), p: exactTail(guesses) };
}

function best(item: BlindItem, look: Look): Option[] {
  const values = item.options.map((option) => look(option, item));
  const most = Math.max(...values);
  return item.options.filter((_, at) => values[at] === most);
}

/** The place that most keys of the file have; its chance is corrected for having been looked for. */
function favouritePlace(items: readonly BlindItem[]): { score: number; p: number } {
  const places = Math.max(...items.map(({ options }) => options.length));
  const tried = Array.from({ length: places }, (_, place) =>
    sit(items, ({ options }) => (options[place] ? [options[place]] : options)),
  );
  const top = tried.reduce((a, b) => (b.p < a.p ? b : a));
  return { score: top.score, p: Math.min(1, top.p * places) };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Words of four letters or more that stand in both texts, without their endings. */
function overlap(text: string, stem: string): number {
  const asked = words(stem);
  return [...words(text)].filter((word) => asked.has(word)).length;
}

function words(text: string): Set<string> {
  const found = text.toLowerCase().match(/[\p{L}\p{N}_]{4,}/gu) ?? [];
  return new Set(found.map((word) => word.replace(/(?:ings?|ed|es|s)$/, '')));
}

/** How far an option's length is from the middle length of the others. */
function oddness(option: Option, options: readonly Option[]): number {
  const others = options.filter(({ id }) => id !== option.id).map(({ text }) => text.length);
  return Math.abs(option.text.length - median(others));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
