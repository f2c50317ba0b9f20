import type { Level } from '#lib/item/registry.ts';
import { levels } from '#lib/item/registry.ts';
import { logistic, withGuess } from '#lib/mastery/belief.ts';
import { type PoolItem, priorDifficulty } from '#lib/mastery/item-knowledge.ts';
import type { Draws } from '#lib/statistics/draws.ts';

/** A simulated item with its true parameters. */
export interface TrueItem {
  readonly id: string;
  readonly level: Level;
  readonly difficulty: number;
  readonly slope: number;
  readonly guess: number;
}

/** 'rasch': slope 1; '2pl': slopes vary; 'mcq': slopes vary and a guess is right one time in four. */
export type BankKind = 'rasch' | '2pl' | 'mcq';

const perLevel = 20;
const levelMeans = [-1.2, 0, 1.2];
const levelSd = 0.5;
/** Slopes are log-normal with a median of 1.1, their usual range in tests of knowledge. */
const slopeMean = 0.1;
const slopeSd = 0.4;

/**
 * Twenty items of each level, with difficulties from N(-1.2, .5), N(0, .5) and N(1.2, .5). With `labels` below 1 the
 * levels are those of an author whose labels correlate with the difficulty by `labels`.
 */
export function simulatedBank(kind: BankKind, labels: number, random: Draws): TrueItem[] {
  const items = levels.flatMap((level, at) =>
    Array.from({ length: perLevel }, (_, number) => ({
      id: `${level}-${number}`,
      level,
      difficulty: random.normal(levelMeans[at], levelSd),
      slope: kind === 'rasch' ? 1 : Math.exp(random.normal(slopeMean, slopeSd)),
      guess: kind === 'mcq' ? 0.25 : 0,
    })),
  );
  return labels === 1 ? items : relabelled(items, labels, random);
}

function relabelled(items: readonly TrueItem[], labels: number, random: Draws): TrueItem[] {
  const spread = Math.sqrt(items.reduce((sum, { difficulty }) => sum + difficulty ** 2, 0) / items.length);
  return items
    .map((item) => ({
      item,
      seen: (labels * item.difficulty) / spread + Math.sqrt(1 - labels ** 2) * random.normal(),
    }))
    .toSorted((a, b) => a.seen - b.seen)
    .map(({ item }, rank) => ({ ...item, level: levels[Math.floor(rank / perLevel)] ?? 'hard' }));
}

export function trueChance({ difficulty, slope, guess }: TrueItem, ability: number): number {
  return withGuess(logistic(slope * (ability - difficulty)), guess);
}

/** The items with their true difficulties known exactly. */
export function known(items: readonly TrueItem[]): PoolItem[] {
  return items.map(({ difficulty, ...item }) => ({
    ...item,
    objective: null,
    difficulty: { mean: difficulty, variance: 0 },
    answers: 1000,
  }));
}

/** The items before any answer: only their labels are known. */
export function labelled(items: readonly TrueItem[]): PoolItem[] {
  return items.map((item) => ({
    ...item,
    objective: null,
    difficulty: priorDifficulty(item.level),
    slope: 1,
    answers: 0,
  }));
}
