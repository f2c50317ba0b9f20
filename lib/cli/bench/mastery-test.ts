import { parseArgs } from 'node:util';
import { inFile, rowsOf } from '#lib/cli/command/csv-file.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { numbersOf, readMatrix } from '#lib/csv/matrix.ts';
import { CsvError } from '#lib/csv/read-csv.ts';
import { type RealAnswers, realDesigns } from './mastery-test/real-designs.ts';
import { simulate, simulations } from './mastery-test/simulated-designs.ts';
import type { Design } from './mastery-test/tally.ts';
import { wholeNumber } from './whole-number.ts';

/** Simulated people with known truth; with --data also real answers. Prints `{ designs }`. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      cut: { type: 'string', default: '0.64' },
      banks: { type: 'string', default: '8' },
      people: { type: 'string', default: '1000' },
      splits: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const { seed } = values;
  const size = {
    banks: wholeNumber('banks', values.banks, [1, 1000]),
    people: wholeNumber('people', values.people, [10, 100_000]),
    seed,
  };
  const splits = wholeNumber('splits', values.splits, [1, 1000]);
  const cut = shareOf(values.cut);
  const real = values.data === undefined ? undefined : await readAnswers(values.data);
  const designs: Design[] = [];
  if (real) {
    console.error('real answers');
    designs.push(...realDesigns(real, { cut, splits, seed }));
  }
  for (const simulation of simulations) {
    console.error(`${simulation.kind}, ${simulation.knowing}`);
    designs.push(...simulate(simulation, size));
  }
  console.log(values.json ? JSON.stringify({ designs }) : told(designs));
  return 0;
}

function shareOf(given: string): number {
  const share = Number(given);
  if (share > 0 && share < 1) return share;
  throw new UsageError(`--cut is a share between 0 and 1, not "${given}".`);
}

async function readAnswers(file: string): Promise<RealAnswers> {
  const rows = await rowsOf(file);
  return inFile(file, () => {
    const table = readMatrix(rows);
    for (const note of table.notes) console.error(note);
    const marks = numbersOf(table);
    const empty = marks.flat().filter((mark) => mark === null).length;
    if (empty > 0) console.error(`${empty} cells hold no answer and count as wrong.`);
    const matrix = marks.map((row) => row.map((mark) => mark ?? 0));
    const fault = matrix.findIndex((row) => row.some((mark) => mark !== 0 && mark !== 1));
    if (fault !== -1)
      throw new CsvError(
        table.rows[fault]?.line ?? 1,
        'marks are 0 or 1 here. For chosen options, write 1 where the key was chosen.',
      );
    if (matrix.length < 20 || table.items.length < 12) {
      throw new Error(
        `${file}: ${matrix.length} students and ${table.items.length} items; it takes 20 and 12.`,
      );
    }
    return { items: table.items, matrix };
  });
}

function told(designs: readonly Design[]): string {
  const width = Math.max(...designs.map(({ name }) => name.length));
  const number = (value: number | null, digits = 3) =>
    (value === null ? '-' : value.toFixed(digits)).padStart(9);
  return [
    `  ${'design'.padEnd(width)}    error undecided wrong dec.   length      ECE`,
    ...designs.map(
      (one) =>
        `  ${one.name.padEnd(width)}${number(one.error)}${number(one.undecided)}${number(one.wrongAmongDecided)} ${number(one.meanLength, 1)}${number(one.ece)}`,
    ),
  ].join('\n');
}
