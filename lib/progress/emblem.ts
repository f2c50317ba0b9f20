import { chance } from '#lib/chance/chance.ts';

/** A stone of an emblem, in a square of 96. */
export interface EmblemStone {
  readonly x: number;
  readonly y: number;
  /** Half of its width; it is half as high as it is wide. */
  readonly half: number;
  readonly tilt: number;
}

/**
 * The stepping stones of a lesson's emblem, from the nearest to the farthest: a path of three to five stones that becomes
 * smaller as it climbs. It follows from the lesson's id alone.
 */
export function emblemOf(lessonId: string): readonly EmblemStone[] {
  const random = chance(`emblem ${lessonId}`);
  const between = (low: number, high: number) => low + random.below(high - low + 1);
  const count = between(3, 5);
  const swing = between(0, 1) === 0 ? 1 : -1;
  const reach = between(7, 15);
  return Array.from({ length: count }, (_, at) => {
    const share = at / (count - 1);
    const side = at % 2 === 0 ? swing : -swing;
    return {
      x: 48 + side * Math.round(reach * (1 - share * 0.55)) + between(-2, 2),
      y: Math.round(74 - share * 50) + between(-1, 1),
      half: Math.round((15 - share * 7) * (1 - (count - 3) * 0.12)) + between(-1, 1),
      tilt: between(-8, 8),
    };
  });
}
