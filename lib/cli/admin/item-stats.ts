import { parseArgs } from 'node:util';
import { readRows, withFileName } from '#lib/cli/command/csv-file.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { readMatrix } from '#lib/csv/matrix.ts';
import { reportByKey, type TestReport, testReport } from '#lib/statistics/test-report.ts';
import {
  type MissingPolicy,
  missingNote,
  readChoices,
  readMarks,
  readSeconds,
} from './item-stats/read-table.ts';
import { statisticsText } from './item-stats/statistics-text.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      max: { type: 'string' },
      key: { type: 'string' },
      time: { type: 'string' },
      missing: { type: 'string', default: 'zero' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file: item-stats FILE.csv');
  if (values.max !== undefined && values.key !== undefined) {
    throw new UsageError('Give --max for marks or --key for chosen options, not both.');
  }
  const report = await reportOf(file, { ...values, missing: missingPolicy(values.missing) });
  console.log(values.json ? JSON.stringify(report) : statisticsText(report));
  return 0;
}

interface StatisticsOptions {
  readonly max?: string;
  readonly key?: string;
  readonly time?: string;
  readonly missing: MissingPolicy;
}

async function reportOf(file: string, { max, key, time, missing }: StatisticsOptions): Promise<TestReport> {
  const rows = await readRows(file);
  const matrix = await withFileName(file, () => readMatrix(rows));
  const besides = time === undefined ? {} : { seconds: await readSeconds(time, matrix) };
  const say = (notes: readonly string[]) => {
    for (const note of [...matrix.notes, ...missingNote(matrix, missing), ...notes]) console.error(note);
  };
  if (key === undefined) {
    const { table, notes } = await readMarks(file, matrix, max, missing);
    say(notes);
    return testReport(table, besides);
  }
  const { table, notes } = await readChoices(matrix, key, missing);
  say(notes);
  return reportByKey(table, besides);
}

function missingPolicy(given: string): MissingPolicy {
  if (given === 'zero' || given === 'skip') return given;
  throw new UsageError(`--missing is zero or skip, not "${given}".`);
}
