import type { DrawnBand } from './verdict-band.ts';

export interface BandLabel {
  readonly text: string;
  /** A share of the axis, 0..1. */
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Widths on the axis of a narrow phone, 280 px, with some space beside them. */
const oneEnd = 0.13;
const bothEnds = 0.29;
const axisEnd = 0.16;

/** A narrower band has one label for both ends, which would cover each other. */
const leastForTwo = 0.3;

const shortText = (text: string): string => text.replace('just under ', '< ').replace('just over ', '> ');

/** From where to where a label reaches on a narrow phone. */
export function extent({ x, anchor }: BandLabel, width: number): [number, number] {
  const from = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return [from, from + width];
}

/**
 * The labels below a band: its ends, or both as one where it is narrow. The label of one end is not placed under the line
 * of the cut, where it would be read as the cut.
 */
export function bandLabels(band: DrawnBand, cut: number): BandLabel[] {
  const { low, high } = band;
  const [lowText, highText] = [shortText(band.lowText), shortText(band.highText)];
  const isClear = (label: BandLabel, width: number): boolean => {
    const [from, to] = extent(label, width);
    return from >= 0 && to <= 1 && (to < cut || from > cut);
  };
  if (high - low < leastForTwo) {
    const text = `${lowText.replace(' %', '')} to ${highText}`;
    const middle = Math.min(1 - bothEnds / 2, Math.max(bothEnds / 2, (low + high) / 2));
    const both: BandLabel[] = [
      { text, x: low, anchor: 'start' },
      { text, x: high, anchor: 'end' },
      { text, x: 1, anchor: 'end' },
      { text, x: 0, anchor: 'start' },
    ];
    const crosses = low < cut && cut < high;
    const clear = crosses ? undefined : both.find((label) => isClear(label, bothEnds));
    return [clear ?? { text, x: middle, anchor: 'middle' }];
  }
  const lowLabel: BandLabel = { text: lowText, x: low, anchor: 'start' };
  const highLabel: BandLabel = { text: highText, x: high, anchor: 'end' };
  return [
    isClear(lowLabel, oneEnd) ? lowLabel : { ...lowLabel, anchor: low < oneEnd ? 'start' : 'end' },
    isClear(highLabel, oneEnd) ? highLabel : { ...highLabel, anchor: high > 1 - oneEnd ? 'end' : 'start' },
  ];
}

/** The ends of the axis, where there is room beside the labels of the band. */
export function axisLabels(labels: readonly BandLabel[]): BandLabel[] {
  const width = labels.length === 1 ? bothEnds : oneEnd;
  const extents = labels.map((label) => extent(label, width));
  const zero: BandLabel[] = extents.every(([from]) => from > axisEnd)
    ? [{ text: '0 %', x: 0, anchor: 'start' }]
    : [];
  const whole: BandLabel[] = extents.every(([, to]) => to < 1 - axisEnd)
    ? [{ text: '100 %', x: 1, anchor: 'end' }]
    : [];
  return [...zero, ...whole];
}
