import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { readAnswers } from './mastery-test/read-answers.ts';
import { realDesigns } from './mastery-test/real-designs.ts';
import { simulate, simulations } from './mastery-test/simulated-designs.ts';
import type { DesignSummary } from './mastery-test/tally.ts';
import { wholeNumber } from './whole-number.ts';

/** Runs each test design on simulated people, and with --data on real answers. Prints `{ designs }`. */
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
  for (const note of real?.notes ?? []) console.error(note);
  const designs: DesignSummary[] = [];
  if (real) {
    console.error('real answers');
    designs.push(...realDesigns(real, { cut, splits, seed }));
  }
  for (const simulation of simulations) {
    console.error(`${simulation.kind}, ${simulation.information}`);
    designs.push(...simulate(simulation, size));
  }
  console.log(values.json ? JSON.stringify({ designs }) : resultText(designs));
  return 0;
}

function shareOf(given: string): number {
  const share = Number(given);
  if (share > 0 && share < 1) return share;
  throw new UsageError(`--cut is a share between 0 and 1, not "${given}".`);
}

function resultText(designs: readonly DesignSummary[]): string {
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
