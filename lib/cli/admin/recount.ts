import { parseArgs } from 'node:util';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import { type BeliefRecount, recountBeliefs } from '#lib/server/mastery/recount-beliefs.ts';
import { type Difference, type Recount, recount } from '#lib/server/progress/recount.ts';
import { assertSchoolExists } from './existing-school.ts';

/** Returns exit code 1 when totals differ from the ledger and were not repaired. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { repair: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  await assertSchoolExists(env(), { isWhole: false });
  const made = await world();
  try {
    const found = await recount(made, { repair: values.repair, onPerson: progress });
    console.error('replaying the beliefs');
    const beliefs = await recountBeliefs(made, { repair: values.repair });
    console.log(
      values.json ? JSON.stringify({ ...found, beliefs }) : `${totalsText(found)}\n${beliefsText(beliefs)}`,
    );
    const differ = found.differences.length + beliefs.differences.length;
    return differ === 0 || values.repair ? 0 : 1;
  } finally {
    await made.database.close();
  }
}

function progress(done: number, total: number): void {
  if (done > 0 && done % 100 === 0) console.error(`${done} of ${total} people counted`);
}

const maxListed = 20;

function totalsText({ people, differences, repaired }: Recount): string {
  if (differences.length === 0) return `Counted ${people} people again. Every total equals the ledger.`;
  const lines = differences.slice(0, maxListed).map(line);
  const more =
    differences.length > maxListed ? [`… and ${differences.length - maxListed} more (--json lists all)`] : [];
  const end =
    repaired > 0
      ? `Repaired the totals of ${repaired} people.`
      : 'Nothing was changed. Run it again with --repair to store the counted totals.';
  return [
    `${differences.length} totals of ${people} people differ from the ledger:`,
    ...lines,
    ...more,
    end,
  ].join('\n');
}

function line({ userId, total, subject, stored, counted }: Difference): string {
  return `  ${userId} ${[total, subject].filter(Boolean).join(' ')}: stored ${JSON.stringify(stored)}, counted ${JSON.stringify(counted)}`;
}

function beliefsText({ answers, differences }: BeliefRecount): string {
  if (differences.length === 0) return `Replayed ${answers} answers. Every belief equals the ledger.`;
  const [first] = differences;
  return `${differences.length} beliefs differ from a replay of ${answers} answers, the first of ${first?.belief}: ${first?.subject}.`;
}
