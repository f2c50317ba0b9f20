import type { Outcome, TestVerdict } from './verdict.ts';

/** A band as pages draw and print it. The ends are shares of the axis, 0..1. */
export interface DrawnBand {
  readonly low: number;
  readonly high: number;
  /** The ends in percent, on the same side of the printed cut as those of the verdict: "43 %", "just under 70 %". */
  readonly lowText: string;
  readonly highText: string;
}

/** Ends closer to the cut than this are drawn this far from it, so that the side is visible on a phone too. */
const leastGap = 0.02;

/** The share as pages print it, in whole percent. */
export const percentText = (share: number): string => `${Math.round(share * 100)} %`;

/**
 * The band of a verdict: right of the cut exactly when it is strong, left of it when it is not yet, and across it
 * otherwise, as drawn and as printed. Older verdicts are stored with the wider 10 % and 90 % quantiles: where such an end is on
 * the wrong side, the right one lies between the cut and the other end, and is drawn beside the cut.
 */
export function drawnBand(
  { outcome, low, high }: Pick<TestVerdict, 'outcome' | 'low' | 'high'>,
  cut: number,
): DrawnBand {
  const sides = sidesOf[outcome];
  return {
    low: place(low, cut, sides.low),
    high: place(high, cut, sides.high),
    lowText: endText(low, cut, sides.low),
    highText: endText(high, cut, sides.high),
  };
}

type Side = 'below' | 'above';

const sidesOf = {
  strong: { low: 'above', high: 'above' },
  'not-yet': { low: 'below', high: 'below' },
  unsure: { low: 'below', high: 'above' },
} as const satisfies Record<Outcome, { readonly low: Side; readonly high: Side }>;

function place(end: number, cut: number, side: Side): number {
  const gap = Math.min(leastGap, cut / 2, (1 - cut) / 2);
  return side === 'above' ? Math.min(1, Math.max(end, cut + gap)) : Math.max(0, Math.min(end, cut - gap));
}

function endText(end: number, cut: number, side: Side): string {
  const [shown, line] = [Math.round(end * 100), Math.round(cut * 100)];
  if (side === 'above') return shown > line ? percentText(end) : `just over ${line} %`;
  return shown < line ? percentText(end) : `just under ${line} %`;
}
