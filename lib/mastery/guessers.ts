import { type Item, itemType, type SecretItem } from '#lib/item/registry.ts';
import { plainText } from '#lib/text/rich.ts';

/** A question with one right option, as a bot sees it. `key` is used to score the bot only. */
export interface BlindItem {
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly key: string;
  /** Whether the options are in the author's order. Only then a favourite position can be found. */
  readonly ordered: boolean;
}

/** The score of one bot in one scope. `p`: the probability of at least this score by random picks. */
export interface GuesserResult {
  readonly bot: string;
  readonly scope: string;
  readonly items: number;
  readonly score: number;
  readonly chance: number;
  readonly p: number;
  readonly flagged: boolean;
}

/** With fewer items a bot's score cannot be distinguished from luck. */
export const minItems = 8;
const level = 0.05;

type Option = BlindItem['options'][number];
/** Rates an option. The bot picks among the options with the highest rating. */
type Heuristic = (option: Option, item: BlindItem) => number;

const hedges =
  /\b(?:usually|often|mostly|typically|generally|normally|sometimes|perhaps|probably|likely|may|might|can|could|tends?|some|most|many|about|roughly|partly|unless|depends)\b/gi;
const absolutes =
  /\b(?:always|never|only|all|none|nothing|every|everything|any|must|cannot|completely|entirely|impossible|guarantees?|exactly)\b/i;

const heuristics: Readonly<Record<string, Heuristic>> = {
  'longest option': ({ text }) => text.length,
  'shortest option': ({ text }) => -text.length,
  'most commas and ands': ({ text }) => count(text, /[,;]|\band\b/gi),
  'most words of the question': ({ text }, { stem }) => overlap(text, stem),
  'odd one out in length': (option, { options }) => oddness(option, options),
  'no absolute words': ({ text }) => (absolutes.test(text) ? 0 : 1),
  'most hedged': ({ text }) => count(text, hedges),
};

/** Runs every bot on the questions of one scope. Empty when there are too few questions. */
export function runBots(scope: string, items: readonly BlindItem[]): GuesserResult[] {
  if (items.length < minItems) return [];
  const sat = Object.entries(heuristics).map(([bot, look]) => ({
    bot,
    ...scoreBot(items, (item) => best(item, look)),
  }));
  if (items.every((item) => item.ordered)) sat.push({ bot: 'favourite place', ...favouritePosition(items) });
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

/** An item as a bot sees it; undefined unless the item has options of which exactly one is right. */
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

function scoreBot(
  items: readonly BlindItem[],
  pick: (item: BlindItem) => readonly Option[],
): { score: number; p: number } {
  const guesses = items.map((item): Guess => {
    const picked = pick(item);
    const hit = 1 / picked.length;
    const credit = picked.some(({ id }) => id === item.key) ? hit : 0;
    return { hit, credit, chance: picked.length / item.options.length };
  });
  return { score: mean(guesses.map(({ credit }) => credit)), p: upperTail(guesses) };
}

function best(item: BlindItem, look: Heuristic): Option[] {
  const values = item.options.map((option) => look(option, item));
  const most = Math.max(...values);
  return item.options.filter((_, at) => values[at] === most);
}

/** The bot that always picks the most frequent position of the key; `p` is corrected for having tried every position. */
function favouritePosition(items: readonly BlindItem[]): { score: number; p: number } {
  const places = Math.max(...items.map(({ options }) => options.length));
  const tried = Array.from({ length: places }, (_, place) =>
    scoreBot(items, ({ options }) => (options[place] ? [options[place]] : options)),
  );
  const top = tried.reduce((a, b) => (b.p < a.p ? b : a));
  return { score: top.score, p: Math.min(1, top.p * places) };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Number of words of at least four letters that both texts have, ignoring endings. */
function overlap(text: string, stem: string): number {
  const asked = words(stem);
  return [...words(text)].filter((word) => asked.has(word)).length;
}

function words(text: string): Set<string> {
  const found = text.toLowerCase().match(/[\p{L}\p{N}_]{4,}/gu) ?? [];
  return new Set(found.map((word) => word.replace(/(?:ings?|ed|es|s)$/, '')));
}

/** Distance of an option's length from the median length of the others. */
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

/** One guess: the credit it earned, the credit of a hit, and the probability of a hit by chance alone. */
export interface Guess {
  readonly credit: number;
  readonly hit: number;
  readonly chance: number;
}

/** Credits are thirds, quarters, sixths and so on. As multiples of 1/2520 they add up without rounding. */
const part = 2520;

/**
 * The exact probability that such guesses earn at least the credit they did, by convolving the distributions of the
 * guesses. With equal probabilities and one option per guess it is the upper tail of the binomial distribution.
 */
export function upperTail(guesses: readonly Guess[]): number {
  const whole = (credit: number) => Math.round(credit * part);
  const spread = guesses.reduce(
    (sums, { hit, chance }) => {
      const next = new Map<number, number>();
      const add = (sum: number, p: number) => next.set(sum, (next.get(sum) ?? 0) + p);
      for (const [sum, p] of sums) {
        if (chance > 0) add(sum + whole(hit), p * chance);
        if (chance < 1) add(sum, p * (1 - chance));
      }
      return next;
    },
    new Map([[0, 1]]),
  );
  const earned = guesses.reduce((sum, { credit }) => sum + whole(credit), 0);
  const tail = [...spread].reduce((p, [sum, chance]) => (sum >= earned ? p + chance : p), 0);
  return Math.min(1, tail);
}

/** Which of several tests are significant at `level` after Holm's correction (Scandinavian Journal of Statistics 6, 1979). */
export function holm(ps: readonly number[], level: number): boolean[] {
  const order = ps.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p);
  const failed = order.findIndex(({ p }, rank) => p > level / (ps.length - rank));
  const passed = new Set((failed === -1 ? order : order.slice(0, failed)).map(({ at }) => at));
  return ps.map((_, at) => passed.has(at));
}
