import type { Answer } from '#lib/item/registry.ts';
import { variantsOf } from '#lib/item/variants.ts';
import type { ItemEdit } from '#lib/lesson/edits/item-edits.ts';
import { bothHalves } from '#lib/lesson/library.ts';
import { gradeAgain, type Regrade } from './regrade/grade-again.ts';
import type { LedgerEntry } from './tally.ts';

/** An answer of the ledger to the item before the edit. */
export type EditedAnswer = Pick<LedgerEntry, 'itemId' | 'verdict' | 'score'> & {
  readonly userId: string;
  readonly itemVersion: string;
  readonly answer: Answer;
};

/** How many of the answers to an item an edit would grade otherwise. */
export interface EditEffect {
  readonly answers: number;
  readonly people: number;
  readonly becomeRight: number;
  readonly becomeWrong: number;
  /** Neither becomes right nor wrong, but scores otherwise. */
  readonly scoreOtherwise: number;
  readonly choseWhatIsGone: number;
  readonly mustRun: number;
}

/**
 * Grades an answer by the edited item; null if it is an answer to an earlier version than the one that is edited, or if the
 * edit leaves all grades as they are. The answer of a variant is graded by the variant in the same place.
 */
export function regrade(edit: ItemEdit, { answer, itemVersion }: EditedAnswer): Regrade | null {
  if (!edit.before || !edit.after || (edit.kind !== 'key' && edit.kind !== 'options')) return null;
  const at = variantsOf(bothHalves(edit.before)).findIndex(({ item }) => item.version === itemVersion);
  if (at < 0) return null;
  const now = variantsOf(bothHalves(edit.after))[at];
  if (!now || now.item.type !== edit.before.item.type) return 'chose-what-is-gone';
  return gradeAgain(now, answer);
}

/** Counts what the edit would change of these answers to its item. */
export function editEffect(edit: ItemEdit, answers: readonly EditedAnswer[]): EditEffect {
  const graded = answers.flatMap((given) => {
    const made = regrade(edit, given);
    return made === null ? [] : [{ given, made }];
  });
  const count = (is: (one: (typeof graded)[number]) => boolean) => graded.filter(is).length;
  return {
    answers: answers.length,
    people: new Set(answers.map(({ userId }) => userId)).size,
    becomeRight: count(
      ({ given, made }) => typeof made === 'object' && made.correct && given.verdict === 'wrong',
    ),
    becomeWrong: count(
      ({ given, made }) => typeof made === 'object' && !made.correct && given.verdict === 'right',
    ),
    scoreOtherwise: count(
      ({ given, made }) =>
        typeof made === 'object' &&
        made.correct === (given.verdict === 'right') &&
        made.score !== given.score,
    ),
    choseWhatIsGone: count(({ made }) => made === 'chose-what-is-gone'),
    mustRun: count(({ made }) => made === 'must-run'),
  };
}
