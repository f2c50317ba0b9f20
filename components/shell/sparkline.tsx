export interface SparklineProps {
  /** What is drawn, spoken with the first and last value. */
  label: string;
  values: readonly number[];
  /** Ends of the scale; the values' own range when not given. */
  low?: number | undefined;
  high?: number | undefined;
}

/** A line as large as a word, ending in a dot: a course over time, without axes. */
export function Sparkline({
  label,
  values,
  low = Math.min(...values),
  high = Math.max(...values),
}: SparklineProps) {
  const width = 72;
  const height = 20;
  const across = (index: number): string =>
    (3 + (index / Math.max(1, values.length - 1)) * (width - 6)).toFixed(1);
  const up = (value: number): string =>
    (height - 4 - ((value - low) / (high - low || 1)) * (height - 8)).toFixed(1);
  const last = values.at(-1);
  if (last === undefined) return null;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${label}: from ${values[0]} to ${last}`}
      className="inline-block align-middle text-accent"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <polyline points={values.map((value, index) => `${across(index)},${up(value)}`).join(' ')} />
      <circle cx={across(values.length - 1)} cy={up(last)} r="2" fill="currentColor" />
    </svg>
  );
}
