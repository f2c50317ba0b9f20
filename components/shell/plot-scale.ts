export type ScaleKind = 'linear' | 'log';

export interface PlotScale {
  /** The position of a value on the axis, 0..1. */
  place: (value: number) => number;
  ticks: { value: number; label: string }[];
}

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/**
 * An axis over these values with about `wanted` round ticks. A linear axis begins at zero unless values are below;
 * a log axis leaves out what is not positive. A tight one ends with the last value, so that a line reaches the edge.
 */
export function plotScale(
  values: readonly number[],
  kind: ScaleKind,
  wanted: number,
  tight = false,
): PlotScale {
  const scale = kind === 'log' ? logScale(values.filter((value) => value > 0)) : linearScale(values, wanted);
  const edge = tight ? scale.place(Math.max(...values)) : 1;
  if (!(edge > 0 && edge < 1)) return scale;
  const place = (value: number): number => scale.place(value) / edge;
  return { place, ticks: scale.ticks.filter(({ value }) => place(value) <= 1.0001) };
}

function linearScale(values: readonly number[], wanted: number): PlotScale {
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + 1e-9);
  const step = roundStep((high - low) / wanted);
  const first = Math.floor(low / step) * step;
  const count = Math.max(1, Math.ceil((high - first) / step - 1e-9));
  const end = first + count * step;
  return {
    place: (value) => (value - first) / (end - first),
    ticks: Array.from({ length: count + 1 }, (_, index) => tick(first + index * step)),
  };
}

function logScale(values: readonly number[]): PlotScale {
  const low = Math.floor(Math.log10(Math.min(...values, Number.MAX_VALUE)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values, Number.MIN_VALUE)) - 1e-9));
  const every = Math.ceil((high - low) / 5);
  const exponents = Array.from(
    { length: Math.floor((high - low) / every) + 1 },
    (_, index) => low + index * every,
  );
  return {
    place: (value) => (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low),
    ticks: exponents.map((exponent) => tick(10 ** exponent)),
  };
}

function roundStep(rough: number): number {
  const unit = 10 ** Math.floor(Math.log10(rough));
  return unit * ([1, 2, 2.5, 5, 10].find((factor) => factor * unit >= rough * 0.999) ?? 10);
}

function tick(value: number) {
  const clean = Number(value.toPrecision(12));
  return { value: clean, label: short.format(clean) };
}
