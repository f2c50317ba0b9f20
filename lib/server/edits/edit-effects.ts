import type { Db } from '#db/client.ts';
import { listAnswersTo, type Response } from '#db/responses.ts';
import { listReceipts, type Verdict } from '#db/verdicts.ts';
import { groupBy } from '#lib/classroom/group-by.ts';
import { itemType } from '#lib/item/registry.ts';
import type { ItemEdit } from '#lib/lesson/edits/item-edits.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';
import { outcomeIf } from '#lib/mastery/verdict-receipt.ts';
import { type EditEffect, editEffect, regrade } from '#lib/progress/edit-effect.ts';
import type { MovedVerdict } from './moved-verdict.ts';
import { planRegrade } from './plan-regrade.ts';
import { type RegradeMoves, regradeMoves } from './regrade-moves.ts';

export interface EditEffects {
  /** By item id; without items that nobody has answered. */
  readonly items: ReadonlyMap<string, EditEffect>;
  readonly verdicts: readonly MovedVerdict[];
  /** What a regrade in which no one loses would move, by item id; for items whose key or options differ. */
  readonly regrades: ReadonlyMap<string, RegradeMoves>;
}

/**
 * What edits would change if the answers of the ledger were graded by them: grades by item, and verdicts of tests that were
 * computed from those grades. Nothing is written.
 */
export async function editEffects(db: Db, edits: readonly ItemEdit[]): Promise<EditEffects> {
  const before = new Map(edits.flatMap((edit) => (edit.before ? [[edit.itemId, edit] as const] : [])));
  const answers = before.size === 0 ? [] : await listAnswersTo(db, [...before.keys()]);
  const byItem = groupBy(answers, ({ itemId }) => itemId);
  const items = [...byItem].flatMap(([itemId, given]) => {
    const edit = before.get(itemId);
    return edit ? [[itemId, editEffect(edit, given)] as const] : [];
  });
  const verdicts = await movedVerdicts(db, before, answers);
  return { items: new Map(items), verdicts, regrades: await regradesOf(db, edits) };
}

async function regradesOf(db: Db, edits: readonly ItemEdit[]): Promise<Map<string, RegradeMoves>> {
  const moves = new Map<string, RegradeMoves>();
  for (const { itemId, kind, before, after } of edits) {
    const mayScoreOtherwise = before && after && (kind === 'key' || kind === 'options');
    if (!mayScoreOtherwise || !itemType(after.item.type).graded) continue;
    const plan = await planRegrade(db, after, {
      policy: 'no-one-loses',
      rule: standardRule,
      isMeant: () => true,
    });
    moves.set(itemId, await regradeMoves(db, plan));
  }
  return moves;
}

async function movedVerdicts(
  db: Db,
  edits: ReadonlyMap<string, ItemEdit>,
  answers: readonly Response[],
): Promise<MovedVerdict[]> {
  const regraded = answers.flatMap((answer) => {
    const edit = edits.get(answer.itemId);
    const made = answer.activity === 'test' && edit ? regrade(edit, answer) : null;
    return typeof made === 'object' && made !== null ? [{ ...answer, correct: made.correct }] : [];
  });
  if (regraded.length === 0) return [];
  const byPerson = groupBy(regraded, ({ userId }) => userId);
  const receipts = await listReceipts(db, {
    userIds: [...byPerson.keys()],
    lessonIds: [...new Set(regraded.map(({ lessonId }) => lessonId))],
  });
  return receipts.flatMap((verdict): MovedVerdict[] => {
    const to = outcomeAfter(verdict, byPerson.get(verdict.userId) ?? []);
    const { userId, lessonId, outcome: from } = verdict;
    return to === from ? [] : [{ userId, lessonId, from, to }];
  });
}

/** The outcome with each answer of the test graded again: the last one that was given before the test ended. */
function outcomeAfter(
  { outcome, receipt, lessonId, at }: Verdict,
  regraded: readonly (Response & { readonly correct: boolean })[],
): Outcome {
  if (!receipt) return outcome;
  const own = regraded.filter((answer) => answer.lessonId === lessonId && answer.receivedAt <= at);
  const counted = new Map(own.map(({ itemId, correct }) => [itemId, correct]));
  const isSame = receipt.answers.every(({ itemId, correct }) => (counted.get(itemId) ?? correct) === correct);
  return isSame ? outcome : outcomeIf(receipt, counted);
}
