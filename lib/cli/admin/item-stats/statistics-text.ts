import type { Interval } from '#lib/statistics/intervals.ts';
import type { FittedItem } from '#lib/statistics/irt.ts';
import { minAnswers } from '#lib/statistics/min-answers.ts';
import type { ModelFit } from '#lib/statistics/model-fits.ts';
import type { ItemReport, TestReport } from '#lib/statistics/test-report.ts';

/** The report as tables for a terminal. */
export function statisticsText(report: TestReport): string {
  return [...wholeTest(report), '', ...classical(report), '', ...models(report), ...distractors(report)].join(
    '\n',
  );
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
const plain = (value: number | null, digits = 2) => (value === null ? '-' : value.toFixed(digits));
const cell = (value: number | null) => plain(value).padStart(8);
const range = (interval: Interval | null) =>
  (interval ? `${interval.low.toFixed(2)}..${interval.high.toFixed(2)}` : '-').padStart(13);
const widthOf = ({ items }: TestReport) => Math.max(4, ...items.map(({ item }) => item.length));

function wholeTest({ test }: TestReport): string[] {
  const some =
    test.n < test.students ? ` (of ${test.students}; the others were not asked every question)` : '';
  return [
    `${counted(test.n, 'student')}${some}, ${counted(test.items, 'item')}: mean ${plain(test.mean)} of ${plain(test.max)}, sd ${plain(test.sd)}, skewness ${plain(test.skewness)}, kurtosis ${plain(test.kurtosis)}`,
    `alpha ${plain(test.alpha)} (95 % ${range(test.alphaInterval).trim()}), error ratio ${plain(test.errorRatio)}, standard error ${plain(test.se)} marks`,
    `items like these for a standard error of 5 %: ${test.itemsForSe05 ?? '-'}; for an alpha of .8: ${test.itemsForAlpha80 ?? '-'}`,
  ];
}

function classical(report: TestReport): string[] {
  const width = widthOf(report);
  const hasTime = report.items.some(({ time }) => time !== undefined);
  const line = (one: ItemReport) =>
    [
      `  ${one.item.padEnd(width)}${String(one.n).padStart(7)}`,
      `${cell(one.facility)}${range(one.facilityInterval)}${cell(one.sd)}`,
      `${cell(one.discriminationIndex)}${range(one.restCorrelationInterval)}`,
      `${cell(one.discriminativeEfficiency)}${cell(one.effectiveWeight)}`,
      hasTime ? `${plain(one.time?.median ?? null, 0)} s`.padStart(9) : '',
      one.suspectedKey ? `  is ${one.suspectedKey} the key?` : '',
      isBackwards(one) ? '  better students do worse' : '',
    ].join('');
  return [
    `  ${'item'.padEnd(width)}      n   facil.         95 %      sd   index         95 %  effic.  weight${hasTime ? '   median' : ''}`,
    ...report.items.map(line),
  ];
}

const isBackwards = ({ restCorrelationInterval }: ItemReport) => (restCorrelationInterval?.high ?? 0) < 0;

function models(report: TestReport): string[] {
  const { rasch, twoParameter } = report.test;
  if (!rasch && !twoParameter) {
    return [
      `Rasch model: not enough answers (it needs ${minAnswers.rasch} students and 3 items that are scored right or wrong and that some got right and some wrong; slopes need ${minAnswers.slopes}).`,
    ];
  }
  const width = widthOf(report);
  const withSe = (value: number | undefined, se: number | null | undefined) =>
    (value === undefined ? '-' : `${value.toFixed(2)} (${plain(se ?? null)})`).padStart(15);
  const line = ({ item, rasch: one, twoParameter: two }: ItemReport) =>
    `  ${item.padEnd(width)}${withSe(one?.difficulty, one?.difficultySe)}${ofSlopes(two, withSe)}`;
  return [
    fitLine(
      'Rasch',
      rasch,
      `ability sd ${plain(rasch?.abilitySd ?? null)} (${plain(rasch?.abilitySdSe ?? null)})`,
    ),
    twoParameter
      ? fitLine('2PL', twoParameter, 'ability sd 1')
      : `2PL: not enough answers (it needs ${minAnswers.slopes} students).`,
    `  ${'item'.padEnd(width)}     Rasch (se)  2PL diff. (se)     slope (se)`,
    ...report.items.map(line),
    '',
  ];
}

function ofSlopes(two: FittedItem | null, withSe: (value?: number, se?: number | null) => string): string {
  return `${withSe(two?.difficulty, two?.difficultySe)}${withSe(two?.slope, two?.slopeSe)}`;
}

function fitLine(name: string, fit: ModelFit | null, ability: string): string {
  if (!fit) return `${name}: not fitted.`;
  return `${name}: ${fit.n} students, ${fit.fitted} items, log-likelihood ${plain(fit.logLikelihood)}, ${ability}`;
}

function distractors(report: TestReport): string[] {
  if (report.items.every(({ options }) => options === undefined)) return [];
  const width = widthOf(report);
  return [
    `  ${'item'.padEnd(width)}  option          n   share         95 %    rest         95 %`,
    ...report.items.flatMap(({ item, options }) =>
      (options ?? []).map((one) =>
        [
          `  ${item.padEnd(width)}  ${one.isKey ? '*' : ' '} ${one.option.slice(0, 8).padEnd(8)}${String(one.n).padStart(7)}`,
          `${cell(one.share)}${range(one.shareInterval)}`,
          `${cell(one.restCorrelation)}${range(one.restCorrelationInterval)}`,
        ].join(''),
      ),
    ),
  ];
}
