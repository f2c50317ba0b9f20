import { expect, test } from 'vitest';
import { axisLabels, type BandLabel, bandLabels, extent } from './band-labels.ts';
import { drawnBand } from './verdict-band.ts';

/** Shares of the axis that the texts take on a phone of 320 px, whose axis is 280 px wide; a digit has about 8 px. */
const widthOf = ({ text }: BandLabel): number => (text.length * 7.6) / 280;

const ends = Array.from({ length: 49 }, (_, at) => 0.02 + at * 0.02);
const outcomes = [
  { outcome: 'strong', fits: (low: number) => low > 0.7 },
  { outcome: 'not-yet', fits: (_low: number, high: number) => high < 0.7 },
  { outcome: 'unsure', fits: (low: number, high: number) => low < 0.7 && high > 0.7 },
] as const;

test.each(outcomes)(
  'labels of $outcome: on the axis, beside each other, and no end under the cut',
  ({ outcome, fits }) => {
    const found: string[] = [];
    for (const low of ends)
      for (const high of ends) {
        if (high - low < 0.05 || !fits(low, high)) continue;
        const band = drawnBand({ outcome, low, high }, 0.7);
        const labels = bandLabels(band, 0.7);
        const all = [...labels, ...axisLabels(labels)]
          .map((label) => extent(label, widthOf(label)))
          .toSorted(([a], [b]) => a - b);
        const isApart = all.every(([from], at) => at === 0 || from > (all[at - 1]?.[1] ?? 0));
        const isOnAxis = all.every(([from, to]) => from > -0.03 && to < 1.03);
        const underCut = labels.some((label) => {
          const [from, to] = extent(label, widthOf(label));
          return !label.text.includes(' to ') && from < 0.7 && to > 0.7;
        });
        if (!isApart || !isOnAxis || underCut) found.push(`${low} to ${high}: ${JSON.stringify(labels)}`);
      }
    expect(found).toEqual([]);
  },
);

test('a narrow band has one label with both ends, a wide one a label at each', () => {
  expect(bandLabels(drawnBand({ outcome: 'strong', low: 0.76, high: 0.96 }, 0.7), 0.7)).toEqual([
    { text: '76 to 96 %', x: 1, anchor: 'end' },
  ]);
  expect(bandLabels(drawnBand({ outcome: 'not-yet', low: 0.31, high: 0.66 }, 0.7), 0.7)).toEqual([
    { text: '31 %', x: 0.31, anchor: 'start' },
    { text: '66 %', x: 0.66, anchor: 'end' },
  ]);
});

test('an unsure band that begins just left of the cut has its lower end written left of it', () => {
  const [low] = bandLabels(drawnBand({ outcome: 'unsure', low: 0.62, high: 0.95 }, 0.7), 0.7);
  expect(low).toEqual({ text: '62 %', x: 0.62, anchor: 'end' });
});
