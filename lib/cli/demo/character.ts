import type { Chance } from '#lib/chance/chance.ts';
import { chance } from '#lib/chance/chance.ts';
import { type Item, itemType, type Level } from '#lib/item/registry.ts';
import { between, happens, logistic, normal, unit, weighted } from './odds.ts';

export type CharacterKind = 'star' | 'steady' | 'slow' | 'one-lesson' | 'stuck' | 'absent';

/** The traits of a simulated student. They are not stored in the school. */
export interface Character {
  readonly kind: CharacterKind;
  /** In logits: an item without options is solved half of the time when ability equals its difficulty. */
  ability(lessonId: string, activity: string): number;
  /** 0 to 1: how often there is a session, and how few activities are skipped. */
  readonly diligence: number;
  /** Hour of the day, local time, at which a session usually starts. */
  readonly hour: number;
  /** Time needed, as a multiple of the usual time. */
  readonly pace: number;
  /** The activity in which a stuck student is stuck. */
  readonly stuckAt: { readonly lessonId: string; readonly activity: string } | null;
}

const kinds = [
  ['star', 14],
  ['steady', 38],
  ['slow', 18],
  ['one-lesson', 14],
  ['stuck', 11],
  ['absent', 5],
] as const satisfies readonly (readonly [CharacterKind, number])[];

const usual: Record<
  CharacterKind,
  { ability: number; spread: number; diligence: readonly [number, number]; pace: number }
> = {
  star: { ability: 2.1, spread: 0.4, diligence: [0.85, 1], pace: 0.75 },
  steady: { ability: 1, spread: 0.6, diligence: [0.5, 0.9], pace: 1 },
  slow: { ability: -0.25, spread: 0.6, diligence: [0.35, 0.8], pace: 1.45 },
  'one-lesson': { ability: 0.2, spread: 0.7, diligence: [0.3, 0.6], pace: 1.1 },
  stuck: { ability: 0, spread: 0.4, diligence: [0.5, 0.8], pace: 1.2 },
  absent: { ability: 0, spread: 0, diligence: [0, 0], pace: 1 },
};

/** Draws a student from the school's mix of characters. Lessons are in the order of the track. */
export function drawCharacter(own: Chance, lessonIds: readonly string[]): Character {
  const kind = weighted<CharacterKind>(own, kinds);
  const { ability, spread, diligence, pace } = usual[kind];
  const general = ability + spread * normal(own);
  const abilities = new Map(lessonIds.map((id) => [id, general + 0.5 * normal(own)]));
  const wallLesson = lessonIds[own.below(Math.min(2, lessonIds.length))];
  const wallActivity = happens(own, 0.6) ? 'try' : 'practice';
  const stuckAt = kind === 'stuck' && wallLesson ? { lessonId: wallLesson, activity: wallActivity } : null;
  return {
    kind,
    stuckAt,
    ability(lessonId, activity) {
      const isWall = stuckAt?.lessonId === lessonId && stuckAt.activity === activity;
      return (abilities.get(lessonId) ?? general) - (isWall ? 3 : 0);
    },
    diligence: between(own, ...diligence),
    hour: weighted(own, [
      [8, 1],
      [10, 2],
      [13, 2],
      [16, 4],
      [18, 4],
      [20, 3],
      [21, 1],
    ]),
    pace: pace * between(own, 0.8, 1.25),
  };
}

const byLevel: Record<Level, number> = { easy: -1.1, medium: 0, hard: 1 };

/** The true difficulty of an item, the same for everybody; its level is only an estimate. */
function difficulty({ id, level }: Item): number {
  return byLevel[level] + between(chance(`${id}/difficulty`), -0.7, 0.7);
}

/** Probability of a right answer; earlier tries and hints raise it. */
export function chanceOfRight(item: Item, ability: number, triesBefore: number, hints: number): number {
  const help = 0.8 * Math.min(triesBefore, 3) + 0.6 * hints;
  return logistic(1.5 * (ability + help - difficulty(item)));
}

/** Milliseconds for one try, log-normal around the usual time of the item's kind and level. */
export function thinkingTimeMs(own: Chance, item: Item, pace: number): number {
  const base = item.timeMs === null ? untimedMs(item) : item.timeMs * 0.37;
  return Math.max(4_000, base * pace * Math.exp(0.45 * normal(own)));
}

function untimedMs(item: Item): number {
  const { graded, simulatedMs = 45_000 } = itemType(item.type);
  const share: Record<Level, number> = { easy: 0.7, medium: 1, hard: 1.4 };
  return graded ? simulatedMs * share[item.level] : simulatedMs;
}

/** A leaderboard name for a student who hides the real one. */
export function boardNameFrom(own: Chance): string {
  const first = ['Quiet', 'Early', 'Stubborn', 'Careful', 'Curious', 'Patient', 'Brisk', 'Gentle'];
  const second = ['Heron', 'Lantern', 'Maple', 'Otter', 'Comet', 'Badger', 'Harbour', 'Finch'];
  return `${first[own.below(first.length)]} ${second[own.below(second.length)]} ${10 + Math.floor(90 * unit(own))}`;
}
