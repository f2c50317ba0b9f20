import type { Interval } from '#lib/statistics/intervals.ts';
import { type Figure, type ItemFigures, itemFigures } from '#lib/statistics/item-figures.ts';
import { placeOf, schoolLessons } from './school-lessons.ts';

/** The figures of one item, at its line. */
type PlacedFigures = ItemFigures & { readonly file: string; readonly line: number };

/** Prints what the answers of the school say of every item: facility, discrimination, options and time. */
export async function run(args: readonly string[]): Promise<number> {
  const { library, lessons, json } = await schoolLessons(args);
  const report = lessons.map(({ lesson, answered: { items, marks, choices, seconds } }) => ({
    lessonId: lesson.id,
    items: itemFigures(marks, { choices, seconds }).map((figures, at): PlacedFigures => {
      const isChoice = items[at]?.options !== null;
      const known = isChoice ? figures : { ...figures, options: null, suspectedKey: null };
      return { ...known, ...placeOf(library, figures.item) };
    }),
  }));
  console.log(json ? JSON.stringify({ lessons: report }) : text(report.flatMap(({ items }) => items)));
  return 0;
}

function text(items: readonly PlacedFigures[]): string {
  if (items.length === 0) return 'Nobody has answered an item as it is now.';
  return items
    .flatMap((item) => [
      `${item.file}:${item.line}  ${item.item}  n ${item.n}${figuresText(item)}`,
      ...(item.options ?? []).map(
        ({ option, isKey, n, share, shareInterval, restCorrelation }) =>
          `    ${isKey ? '*' : ' '} ${option}  ${n}  share ${share.toFixed(2)}${range(shareInterval)}  rest ${restCorrelation?.toFixed(2) ?? '-'}`,
      ),
    ])
    .join('\n');
}

function figuresText({ facility, restCorrelation, time, suspectedKey }: ItemFigures): string {
  if (!facility && !time) return '  (too few answers for any figure)';
  return [
    figureText('facility', facility),
    figureText('rest', restCorrelation),
    time ? `  time ${time.q25.toFixed(0)}..${time.q75.toFixed(0)} s` : '',
    suspectedKey ? `  is ${suspectedKey} the key?` : '',
  ].join('');
}

const figureText = (name: string, figure: Figure | null): string =>
  figure ? `  ${name} ${figure.value.toFixed(2)}${range(figure)}` : '';
const range = (interval: Interval | null): string =>
  interval ? ` [${interval.low.toFixed(2)}, ${interval.high.toFixed(2)}]` : '';
