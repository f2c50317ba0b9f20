import type { Tx } from '#db/client.ts';
import { recordRegrade, recordRegradedVerdicts } from '#db/regrades.ts';
import { listAnswersTo, type Response } from '#db/responses.ts';
import { listReceipts, replaceVerdict, type Verdict } from '#db/verdicts.ts';
import { itemType } from '#lib/item/registry.ts';
import {
  type AnswersRegraded,
  type RegradePolicy,
  regradeAnswers,
} from '#lib/progress/regrade/regrade-answers.ts';
import { type RegradedVerdict, regradedVerdict } from '#lib/progress/regrade/regraded-verdict.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { lessonBank } from '#lib/server/mastery/test-facts.ts';
import type { World } from '#lib/server/world.ts';
import type { MovedVerdict } from './edit-effects.ts';
import {
  followInBadges,
  followInSittings,
  followInTotals,
  lockPeople,
  type Regraded,
} from './follow-regrade.ts';

export interface RegradeRequest {
  readonly itemId: string;
  readonly policy: RegradePolicy;
  /** What the learners read. */
  readonly reason: string;
  /** Null for the command line. */
  readonly by: string | null;
  /** Only these people's answers; everybody's without it. */
  readonly userIds?: readonly string[];
}

/** What a regrade has changed, or would change. */
export interface RegradeReport extends Omit<AnswersRegraded, 'changed'> {
  /** The id of the event; null when no grade changes, or nothing was to be written. */
  readonly regradeId: string | null;
  readonly becomeRight: number;
  readonly becomeWrong: number;
  /** Neither becomes right nor wrong, but scores or pays otherwise. */
  readonly otherwise: number;
  /** Points of all people together, with their sign. */
  readonly points: number;
  readonly verdicts: readonly MovedVerdict[];
  /** Who gets the badge of the lesson; null when nothing was written, as it is not known then. */
  readonly badges: readonly string[] | null;
}

/**
 * Grades all stored answers to an item by what it is now. The ledger stays as it is: the new grades are events beside it, and
 * points, progress, reviews, verdicts, badges and ranks follow in the same transaction. Twice the same changes nothing more.
 * What is believed of abilities and difficulties stays as it was learnt from the first grades.
 */
export async function regradeItem(
  world: World,
  request: RegradeRequest,
  { isDryRun = false } = {},
): Promise<Result<RegradeReport, 'unknown-item' | 'not-graded'>> {
  const library = await world.library();
  const found = library.item(request.itemId);
  if (!found) return refuse('unknown-item');
  if (!itemType(found.item.type).graded) return refuse('not-graded');
  const { itemId, policy, reason, by, userIds } = request;
  const isMeant = ({ userId }: Response) => userIds === undefined || userIds.includes(userId);
  const answersBy = async (tx: Tx) => (await listAnswersTo(tx, [itemId])).filter(isMeant);
  return world.database.transaction(async (tx) => {
    const people = new Set(
      await lockPeople(
        tx,
        (await answersBy(tx)).map(({ userId }) => userId),
      ),
    );
    const answers = (await answersBy(tx)).filter(({ userId }) => people.has(userId));
    const { changed, ...counts } = regradeAnswers(found, answers, policy);
    const summary = { ...counts, ...changes(changed) };
    const moved = await movedVerdicts(tx, world, { found, answers, changed });
    const verdicts = moved.map(({ verdict: { userId, lessonId, outcome }, after }) => ({
      ...{ userId, lessonId, from: outcome, to: after.outcome },
    }));
    const isMoved = ({ from, to }: MovedVerdict) => from !== to;
    if (isDryRun || changed.length === 0)
      return ok({ regradeId: null, ...summary, verdicts: verdicts.filter(isMoved), badges: null });
    const [id, at] = [world.newId(), world.now()];
    await recordRegrade(
      tx,
      { id, itemId, itemVersion: found.item.version, policy, reason, regradedBy: by, undoes: null, at },
      changed.map(({ answer, grade: { score, verdict, points } }) => ({
        ...{ responseId: answer.id, score, verdict, points },
        ...{ scoreBefore: answer.score, verdictBefore: answer.verdict, pointsBefore: answer.points },
      })),
    );
    const regraded: Regraded = {
      ...{ found, library, at },
      userIds: [...new Set(changed.map(({ answer }) => answer.userId))].toSorted(),
      sittingIds: [...new Set(changed.map(({ answer }) => answer.sittingId))],
    };
    await followInSittings(tx, regraded, null);
    const before = moved.map(({ verdict }) => ({
      regradeId: id,
      sittingId: verdict.sittingId,
      before: movable(verdict),
    }));
    await recordRegradedVerdicts(tx, before);
    for (const { verdict, after } of moved) await replaceVerdict(tx, verdict.sittingId, after);
    const badges = await followInBadges(tx, regraded, await followInTotals(tx, regraded));
    return ok({ regradeId: id, ...summary, verdicts: verdicts.filter(isMoved), badges });
  });
}

const movable = ({ outcome, pStrong, low, high, more, right, receipt }: Verdict): RegradedVerdict => ({
  ...{ outcome, pStrong, low, high, more, right, receipt },
});

function changes(changed: AnswersRegraded['changed']) {
  const becomeRight = changed.filter(
    ({ answer, grade }) => grade.verdict === 'right' && answer.verdict !== 'right',
  ).length;
  const becomeWrong = changed.filter(
    ({ answer, grade }) => grade.verdict !== 'right' && answer.verdict === 'right',
  ).length;
  return {
    ...{ becomeRight, becomeWrong },
    otherwise: changed.length - becomeRight - becomeWrong,
    points: changed.reduce((sum, { answer, grade }) => sum + grade.points - answer.points, 0),
  };
}

interface MovedBy {
  readonly found: Regraded['found'];
  readonly answers: readonly Response[];
  readonly changed: AnswersRegraded['changed'];
}

/** The verdicts that count one of the changed answers: the last one to the item before the test ended. */
async function movedVerdicts(
  tx: Tx,
  world: World,
  { found: { item, lesson }, answers, changed }: MovedBy,
): Promise<{ readonly verdict: Verdict; readonly after: RegradedVerdict }[]> {
  const now = new Map(changed.map(({ answer, grade }) => [answer.id, grade.verdict]));
  const inTests = answers.filter(({ activity }) => activity === 'test');
  const userIds = [...new Set(inTests.filter(({ id }) => now.has(id)).map(({ userId }) => userId))];
  if (userIds.length === 0) return [];
  const bank = await lessonBank(tx, lesson, world.testRule);
  return (await listReceipts(tx, { userIds, lessonIds: [lesson.id] })).flatMap((verdict) => {
    const counted = inTests.findLast(
      ({ userId, receivedAt }) => userId === verdict.userId && receivedAt <= verdict.at,
    );
    const correct = counted && now.get(counted.id);
    if (correct === undefined) return [];
    const after = regradedVerdict(verdict, { itemId: item.id, correct: correct === 'right' }, bank);
    return after ? [{ verdict, after }] : [];
  });
}
