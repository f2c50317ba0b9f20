import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { outcomeLabels } from '#lib/mastery/verdict.ts';
import { type RegradePolicy, regradePolicies } from '#lib/progress/regrade/regrade-answers.ts';
import { type RegradeReport, regradeItem } from '#lib/server/edits/regrade-item.ts';
import { type UndoRefusal, undoRegrade } from '#lib/server/edits/undo-regrade.ts';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import type { World } from '#lib/server/world.ts';
import { assertSchoolExists } from './existing-school.ts';

const defaultReason = 'The answer to this question was corrected.';
const undoReason = 'An earlier correction of this question was taken back.';

/** Grades the stored answers to an item again, or undoes that. Returns exit code 1 when it was refused. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      policy: { type: 'string', default: 'no-one-loses' },
      reason: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      undo: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [itemId, ...more] = positionals;
  const policy = regradePolicies.find((name) => name === values.policy);
  if ((itemId === undefined) === (values.undo === undefined) || more.length > 0)
    throw new UsageError('Name one item, regrade ITEM, or the regrade to take back, regrade --undo ID.');
  if (!policy) throw new UsageError(`--policy is ${regradePolicies.join(' or ')}, not "${values.policy}".`);
  if (values.undo !== undefined && values['dry-run']) throw new UsageError('--undo has no dry run.');
  await assertSchoolExists(env(), { isWhole: false });
  const made = await world();
  try {
    if (values.undo !== undefined)
      return await undo(made, { regradeId: values.undo, reason: values.reason ?? undoReason });
    const request = { itemId: itemId ?? '', policy, reason: values.reason ?? defaultReason, by: null };
    const done = await regradeItem(made, request, { isDryRun: values['dry-run'] });
    if (!done.ok) {
      console.error(refusals[done.reason](request.itemId));
      return 1;
    }
    console.log(values.json ? JSON.stringify(done.value) : reportText(done.value, policy));
    return 0;
  } finally {
    await made.database.close();
  }
}

const refusals = {
  'unknown-item': (item: string) =>
    `The lessons have no item "${item}". Its id is in its tag, id="…", or in ids.json.`,
  'not-graded': (item: string) =>
    `Answers to "${item}" are not right or wrong, so there is nothing to regrade.`,
};

async function undo(
  made: World,
  { regradeId, reason }: { readonly regradeId: string; readonly reason: string },
): Promise<number> {
  const done = await undoRegrade(made, { regradeId, reason, by: null });
  if (!done.ok) {
    console.error(undoRefusals[done.reason]);
    return 1;
  }
  console.log(`Taken back: ${done.value.answers} answers have the grades of before.`);
  return 0;
}

const undoRefusals: Record<UndoRefusal, string> = {
  'unknown-regrade': 'There is no regrade with this id. A regrade prints its id at the end.',
  undone: 'This regrade was taken back before.',
  'unknown-item': 'Its item is no longer in the lessons. Put it back first.',
  'later-regrade': 'A later regrade changed the same item, or the same tests. Take that one back first.',
};

function reportText(report: RegradeReport, policy: RegradePolicy): string {
  const { answers, people, becomeRight, becomeWrong, otherwise, points, ungradable, mustRun, badges, ranks } =
    report;
  const verdicts = report.verdicts.map(
    ({ userId, from, to }) => `  ${userId}: ${outcomeLabels[from]} to ${outcomeLabels[to]}`,
  );
  return [
    `${answers} answers of ${people} people, ${policy === 'new-key' ? 'by the new key' : 'no one loses'}: ${becomeRight} become right, ${becomeWrong} become wrong, ${otherwise} count otherwise; ${points >= 0 ? '+' : ''}${points} points.`,
    ...(ungradable > 0 ? [`${ungradable} keep their grade: they chose what is gone.`] : []),
    ...(mustRun > 0 ? [`${mustRun} keep their grade: their programs would have to run again.`] : []),
    ...(verdicts.length > 0 ? [`${verdicts.length} verdicts of tests change:`, ...verdicts] : []),
    ...(badges.length > 0 ? [`${badges.length} get the badge of the lesson.`] : []),
    ...(ranks.length > 0 ? [`${ranks.length} ranks on leaderboards move.`] : []),
    report.regradeId === null
      ? 'Nothing was written.'
      : `Written as ${report.regradeId}. To take it back: npm run admin -- regrade --undo ${report.regradeId}`,
  ].join('\n');
}
