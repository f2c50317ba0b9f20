import type { Bar } from './bars.ts';
import type { Median, ScenarioResult } from './measure.ts';
import type { PageWeight } from './page-weight.ts';
import type { ServeResult } from './serve-result.ts';

/** The report as tables for a terminal. */
export function reportText({
  scenarios,
  rssMb,
  baselineRssMb,
  mixed,
  pageWeight,
  bars,
  failures,
}: ServeResult): string {
  return [
    'Ours beside the twin: medians over rounds [least, greatest]; CPU is of the serving process, ms per request',
    table([
      [
        'scenario',
        'at once',
        'req/s',
        'p50',
        'p99',
        'CPU',
        'twin',
        'req/s',
        'p50',
        'p99',
        'CPU',
        'CPU ratio',
        'throughput',
      ],
      ...scenarios.map(scenarioRow),
    ]),
    '',
    `Memory after ${mixed} mixed requests: ${megabytes(rssMb)}, twin ${megabytes(baselineRssMb)}`,
    '',
    'Page weight, KB (1,000 bytes) after gzip',
    table([['page', 'HTML', 'scripts', 'styles', 'requests'], ...pageWeight.map(weightRow)]),
    '',
    table([['bar (the worst value)', 'value', 'must', 'goal', 'met'], ...bars.map(barRow)]),
    ...(failures.length > 0 ? [''] : []),
    ...failures.map(({ name, message }) => `Not measured: ${name}: ${message}`),
  ].join('\n');
}

const megabytes = (value: number | null): string => (value === null ? '-' : `${value.toFixed(0)} MB`);

/** One result in a line. */
export function scenarioLine({ name, concurrency, ...one }: ScenarioResult): string {
  const { rps, cpuMsPerRequest, baseline } = one;
  return [
    `${name}, ${concurrency} at once: ${rps.toFixed(0)} req/s, twin ${baseline.rps.toFixed(0)}`,
    `CPU ${cpuMsPerRequest.toFixed(2)} ms, twin ${baseline.cpuMsPerRequest.toFixed(2)}`,
    `ratio ${withSpread(one.cpuRatio, one.cpuRatioSpread)}, throughput ${withSpread(one.ratio, one.ratioSpread)}`,
  ].join('; ');
}

function scenarioRow(one: ScenarioResult): string[] {
  const { name, concurrency, baseline } = one;
  const figures = ({ rps, p50Ms, p99Ms, cpuMsPerRequest }: Omit<ScenarioResult['baseline'], 'name'>) => [
    rps.toFixed(0),
    p50Ms.toFixed(1),
    p99Ms.toFixed(1),
    cpuMsPerRequest.toFixed(2),
  ];
  return [
    name,
    String(concurrency),
    ...figures(one),
    baseline.name,
    ...figures(baseline),
    withSpread(one.cpuRatio, one.cpuRatioSpread),
    withSpread(one.ratio, one.ratioSpread),
  ];
}

const withSpread = (median: number, [least, greatest]: Median['spread']): string =>
  `${median.toFixed(2)} [${least.toFixed(2)}, ${greatest.toFixed(2)}]`;

const weightRow = ({ path, htmlKb, jsKbGzip, cssKbGzip, requests }: PageWeight): string[] => [
  path,
  htmlKb.toFixed(1),
  jsKbGzip.toFixed(1),
  cssKbGzip.toFixed(1),
  String(requests),
];

const barRow = ({ name, value, must, goal, met }: Bar): string[] => [
  name,
  value.toFixed(2),
  String(must),
  goal === null ? '-' : String(goal),
  met,
];

/** Columns as wide as their longest cell; the first is aligned to the left. */
function table(rows: readonly (readonly string[])[]): string {
  const width = (at: number) => Math.max(...rows.map((row) => row[at]?.length ?? 0));
  const widths = (rows[0] ?? []).map((_, at) => width(at));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
