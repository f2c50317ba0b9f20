import type { ReactNode } from 'react';
import { type PlotScale, plotScale } from './plot-scale.ts';

export interface PlotSeries {
  name: string;
  points: readonly (readonly [x: number, y: number])[];
}

export interface LinePlotProps {
  title: string;
  xLabel: string;
  yLabel: string;
  series: readonly PlotSeries[];
  logX?: boolean | undefined;
  logY?: boolean | undefined;
}

const lineStyles = [
  { stroke: 'stroke-accent', fill: 'fill-accent', dash: undefined },
  { stroke: 'stroke-hard', fill: 'fill-hard', dash: '7 5' },
  { stroke: 'stroke-easy', fill: 'fill-easy', dash: '1 5' },
  { stroke: 'stroke-ink', fill: 'fill-ink', dash: '12 4 2 4' },
] as const;

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** A plot with labels at the ends of its lines. Only the lines scale; texts and strokes keep their size at any width. */
export function LinePlot({ title, xLabel, yLabel, series, logX = false, logY = false }: LinePlotProps) {
  const points = series.flatMap((one) => one.points);
  const x = plotScale(
    points.map(([px]) => px),
    logX ? 'log' : 'linear',
    5,
    true,
  );
  const y = plotScale(
    points.map(([, py]) => py),
    logY ? 'log' : 'linear',
    4,
  );
  return (
    <figure className="plot keep-together max-w-[44rem]">
      <figcaption className="font-semibold">{title}</figcaption>
      <p className="mt-0.5 text-sm text-ink-soft">{yLabel}</p>
      <div role="img" aria-label={spoken(title, xLabel, series)} className="plot-area">
        <Heights y={y} />
        <Lines x={x} y={y} series={series} />
        <Names y={y} series={series} />
        <Across x={x} label={xLabel} />
      </div>
      <Key series={series} />
    </figure>
  );
}

const styleOf = (index: number) => lineStyles[index % lineStyles.length] ?? lineStyles[0];
const down = (y: PlotScale, value: number): number => 1 - y.place(value);

/** One cell of the plot; positions inside are percentages, sizes are px. */
function Box({ className, children }: { className: string; children: ReactNode }) {
  return (
    <svg aria-hidden="true" width="100%" height="100%" className={`overflow-visible ${className}`}>
      {children}
    </svg>
  );
}

function Heights({ y }: { y: PlotScale }) {
  return (
    <Box className="fill-ink-soft tabular-nums">
      {y.ticks.map(({ value, label }) => (
        <text key={value} x="100%" y={percent(down(y, value))} dx="-8" dy=".32em" textAnchor="end">
          {label}
        </text>
      ))}
    </Box>
  );
}

function Lines({ x, y, series }: { x: PlotScale; y: PlotScale; series: readonly PlotSeries[] }) {
  return (
    <Box className="fill-none">
      {y.ticks.map(({ value }, index) => (
        <line
          key={value}
          x1="0"
          x2="100%"
          y1={percent(down(y, value))}
          y2={percent(down(y, value))}
          className={index === 0 ? 'stroke-ink' : 'stroke-line'}
        />
      ))}
      <svg
        aria-hidden="true"
        width="100%"
        height="100%"
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        className="overflow-visible"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {series.map(({ name, points }, index) => (
          <polyline
            key={name}
            points={points
              .map(([px, py]) => `${(x.place(px) * 1000).toFixed(1)},${(down(y, py) * 1000).toFixed(1)}`)
              .join(' ')}
            vectorEffect="non-scaling-stroke"
            strokeWidth="2.25"
            strokeDasharray={styleOf(index).dash}
            className={styleOf(index).stroke}
          />
        ))}
      </svg>
      {series.map(({ name, points }, index) => {
        const last = points.at(-1);
        return last ? (
          <circle
            key={name}
            cx={percent(x.place(last[0]))}
            cy={percent(down(y, last[1]))}
            r="4"
            className={styleOf(index).fill}
          />
        ) : null;
      })}
    </Box>
  );
}

function Names({ y, series }: { y: PlotScale; series: readonly PlotSeries[] }) {
  const ends = spread(series.map(({ points }) => down(y, points.at(-1)?.[1] ?? 0)));
  return (
    <Box className="plot-names">
      {series.map(({ name }, index) => (
        <text key={name} x="10" y={percent(ends[index] ?? 0)} dy=".32em" className={styleOf(index).fill}>
          {name}
        </text>
      ))}
    </Box>
  );
}

/** The names below the plot, each with its line, where the text is too large for names beside it. */
function Key({ series }: { series: readonly PlotSeries[] }) {
  return (
    <ul aria-hidden="true" className="plot-key">
      {series.map(({ name }, index) => (
        <li key={name}>
          <svg aria-hidden="true" width="28" height="8" className="shrink-0">
            <line
              x1="2"
              x2="26"
              y1="4"
              y2="4"
              strokeWidth="2.25"
              strokeLinecap="round"
              strokeDasharray={styleOf(index).dash}
              className={styleOf(index).stroke}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function Across({ x, label }: { x: PlotScale; label: string }) {
  return (
    <Box className="plot-ticks col-start-2 fill-ink-soft tabular-nums">
      {x.ticks.map((tick) => (
        <g key={tick.value}>
          <line
            x1={percent(x.place(tick.value))}
            x2={percent(x.place(tick.value))}
            y1="0"
            y2="5"
            className="stroke-ink"
          />
          <text x={percent(x.place(tick.value))} y="1.5em" textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      <text x="100%" y="3.1em" textAnchor="end">
        {label}
      </text>
    </Box>
  );
}

/** Pushes labels apart so that none covers another; shares of the height, 0 at the top. */
function spread(shares: readonly number[], gap = 0.085): number[] {
  const placed: number[] = [...shares];
  const order = shares.map((_, index) => index).sort((a, b) => (shares[a] ?? 0) - (shares[b] ?? 0));
  let above = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    above = Math.max(shares[index] ?? 0, above + gap);
    placed[index] = above;
  }
  let below = 1 + gap / 2;
  for (const index of order.toReversed()) {
    below = Math.min(placed[index] ?? 1, below);
    placed[index] = below;
    below -= gap;
  }
  return placed;
}

function spoken(title: string, xLabel: string, series: readonly PlotSeries[]): string {
  const lines = series.map(
    ({ name, points }) =>
      `${name} goes from ${points[0]?.[1]} at ${points[0]?.[0]} to ${points.at(-1)?.[1]} at ${points.at(-1)?.[0]}`,
  );
  return `${title}, over ${xLabel}: ${lines.join('; ')}.`;
}
