import type { ItemEdit, ItemEditKind } from '#lib/lesson/edits/item-edits.ts';
import { itemEditKinds } from '#lib/lesson/edits/item-edits.ts';
import { type Outcome, outcomeLabels } from '#lib/mastery/verdict.ts';
import type { EditEffect } from '#lib/progress/edit-effect.ts';
import type { EditEffects } from '#lib/server/edits/edit-effects.ts';
import type { MovedVerdict } from '#lib/server/edits/moved-verdict.ts';
import type { RegradeMoves } from '#lib/server/edits/regrade-moves.ts';

interface Place {
  readonly file: string;
  readonly line: number;
}

/** The object of `content diff --json`. */
export interface DiffReport {
  /** The commit that the files are compared with. */
  readonly since: string;
  readonly edits: readonly {
    readonly itemId: string;
    readonly lessonId: string;
    readonly kind: ItemEditKind;
    readonly moved: boolean;
    readonly before: Place | null;
    readonly after: Place | null;
    /** What the school's answers to it would score; null if there is no school, or no answer. */
    readonly effect: EditEffect | null;
    /** What a regrade in which no one loses would move; null if its key and options are the same. */
    readonly regrade: RegradeMoves | null;
  }[];
  /** Null if there is no school beside the content. */
  readonly verdicts: readonly MovedVerdict[] | null;
}

export interface DiffOptions {
  readonly since: string;
  /** Where a file of the revision was, which has been compiled elsewhere. */
  readonly fileBefore: (file: string) => string;
}

export function diffReport(
  edits: readonly ItemEdit[],
  effects: EditEffects | null,
  { since, fileBefore }: DiffOptions,
): DiffReport {
  return {
    since,
    edits: edits.map(({ itemId, kind, moved, before, after }) => ({
      ...{ itemId, kind, moved },
      lessonId: (after ?? before)?.lesson.id ?? '',
      before: before && { ...before.item.source, file: fileBefore(before.item.source.file) },
      after: after && { ...after.item.source },
      effect: effects?.items.get(itemId) ?? null,
      regrade: effects?.regrades.get(itemId) ?? null,
    })),
    verdicts: effects && effects.verdicts,
  };
}

export function diffText({ since, edits, verdicts }: DiffReport): string {
  const width = Math.max(...itemEditKinds.map((kind) => kind.length));
  const lines = edits.flatMap(({ itemId, kind, moved, before, after, effect, regrade }) => {
    const { file, line } = after ?? before ?? { file: '', line: 0 };
    const where = after ? `${file}:${line}` : `was ${file}:${line}`;
    return [
      `${kind.padEnd(width)}  ${itemId}  ${where}${moved ? '  (in another activity)' : ''}`,
      ...(effect ? [`${' '.repeat(width)}  ${effectText(effect)}`] : []),
      ...(effect && regrade ? [`${' '.repeat(width)}  ${regradeText(regrade)}`] : []),
    ];
  });
  const counts = itemEditKinds.flatMap((kind) => {
    const count = edits.filter((edit) => edit.kind === kind).length;
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  const summary =
    counts.length === 0
      ? 'No item differs'
      : `${things(edits.length, 'item')} differ${edits.length === 1 ? 's' : ''}: ${counts.join(', ')}`;
  return [...lines, `${summary}, since ${since.slice(0, 12)}.`, schoolText(verdicts)].join('\n');
}

function effectText(effect: EditEffect): string {
  const parts = [
    [effect.becomeRight, 'would become right'],
    [effect.becomeWrong, 'would become wrong'],
    [effect.scoreOtherwise, 'would score otherwise'],
    [effect.choseWhatIsGone, 'chose what is gone'],
    [effect.mustRun, 'would have to run again'],
  ] as const;
  const said = parts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : []));
  const given = `${things(effect.answers, 'answer')} of ${effect.people} people`;
  return `${given}: ${said.length === 0 ? 'no grade would change' : said.join(', ')}`;
}

function regradeText({ becomeRight, points, verdicts, badges, ranks }: RegradeMoves): string {
  const moved = [
    things(verdicts.length, 'verdict'),
    things(badges.length, 'badge'),
    things(ranks.length, 'rank'),
  ].join(', ');
  return `a regrade in which no one loses: ${becomeRight} become right, +${points} points; ${moved} would move`;
}

function schoolText(verdicts: DiffReport['verdicts']): string {
  if (verdicts === null) return 'No school is beside this content, so no answers were looked at.';
  if (verdicts.length === 0) return 'No verdict of a test would change. Nothing was written.';
  const moves = new Map<string, number>();
  for (const { from, to } of verdicts) {
    const words = `${label(from)} to ${label(to)}`;
    moves.set(words, (moves.get(words) ?? 0) + 1);
  }
  const said = [...moves].map(([words, count]) => `${count} from ${words}`).join(', ');
  return `${things(verdicts.length, 'verdict')} of tests would change: ${said}. Nothing was written.`;
}

const label = (outcome: Outcome): string => `“${outcomeLabels[outcome]}”`;
const things = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
