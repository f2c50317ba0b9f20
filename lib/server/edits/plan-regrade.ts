import type { Db } from '#db/client.ts';
import { listAnswersTo, type Response } from '#db/responses.ts';
import { listReceipts, type Verdict } from '#db/verdicts.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { TestRule } from '#lib/mastery/test-rule.ts';
import {
  type AnswersRegraded,
  type RegradePolicy,
  regradeAnswers,
} from '#lib/progress/regrade/regrade-answers.ts';
import { type RegradedVerdict, regradedVerdict } from '#lib/progress/regrade/regraded-verdict.ts';
import { lessonBank } from '#lib/server/mastery/test-facts.ts';

export interface MovingVerdict {
  readonly verdict: Verdict;
  readonly after: RegradedVerdict;
}

/** What grading an item again would change of answers and verdicts. Nothing is written. */
export interface RegradePlan extends AnswersRegraded {
  readonly found: FoundItem;
  readonly moving: readonly MovingVerdict[];
}

/** Grades the answers that `isMeant` names by the item as it is now. */
export async function planRegrade(
  db: Db,
  found: FoundItem,
  {
    policy,
    rule,
    isMeant,
  }: {
    readonly policy: RegradePolicy;
    readonly rule: TestRule;
    readonly isMeant: (answer: Response) => boolean;
  },
): Promise<RegradePlan> {
  const answers = (await listAnswersTo(db, [found.item.id])).filter(isMeant);
  const made = regradeAnswers(found, answers, policy);
  const moving = await movingVerdicts(db, { found, answers, rule, changed: made.changed });
  return { ...made, found, moving };
}

interface MovedBy {
  readonly found: FoundItem;
  readonly rule: TestRule;
  readonly answers: readonly Response[];
  readonly changed: AnswersRegraded['changed'];
}

/** The verdicts that count one of the changed answers: the last one to the item before the test ended. */
async function movingVerdicts(
  db: Db,
  { found: { item, lesson }, answers, rule, changed }: MovedBy,
): Promise<MovingVerdict[]> {
  const now = new Map(changed.map(({ answer, grade }) => [answer.id, grade.verdict]));
  const inTests = answers.filter(({ activity }) => activity === 'test');
  const userIds = [...new Set(inTests.filter(({ id }) => now.has(id)).map(({ userId }) => userId))];
  if (userIds.length === 0) return [];
  const bank = await lessonBank(db, lesson, rule);
  return (await listReceipts(db, { userIds, lessonIds: [lesson.id] })).flatMap((verdict) => {
    const counted = inTests.findLast(
      ({ userId, receivedAt }) => userId === verdict.userId && receivedAt <= verdict.at,
    );
    const correct = counted && now.get(counted.id);
    if (correct === undefined) return [];
    const after = regradedVerdict(verdict, { itemId: item.id, correct: correct === 'right' }, bank);
    return after ? [{ verdict, after }] : [];
  });
}
