import type { Ignorable } from '#lib/item/normalise.ts';
import { isSame } from '#lib/item/normalise.ts';
import type { Task, TypedAnswer } from './question.ts';

type TextTask = Extract<Task, { kind: 'text' }>;

/**
 * A task with typed words. Repeated answers are taken out, and where `*` stands for any text, answers with it are taken
 * out or rewritten; both are named.
 */
export function textTask(
  answers: readonly TypedAnswer[],
  ignore: readonly Ignorable[],
  asterisk: 'wildcard' | 'sign',
): { readonly task: TextTask; readonly changes: readonly string[] } {
  const changes: string[] = [];
  const kept: TypedAnswer[] = [];
  for (const answer of answers) {
    const plain = asterisk === 'wildcard' ? withoutWildcards(answer, changes) : answer.text.trim() || null;
    if (plain === null) continue;
    const same = kept.find((other) => isSame(other.text, plain, ignore));
    if (same) {
      if (same.right !== answer.right)
        changes.push(`«${plain}» is listed as right and as wrong; the first one counts.`);
      continue;
    }
    kept.push({ ...answer, text: plain });
  }
  return { task: { kind: 'text', answers: kept, ignore }, changes };
}

/** The answer without `*`, which stands for any text; null if nothing is left. `\*` is an asterisk. */
function withoutWildcards({ text, right }: TypedAnswer, changes: string[]): string | null {
  const plain = text
    .replace(/(?<!\\)\*/g, ' ')
    .replaceAll('\\*', '*')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === text.trim() || plain === text.replaceAll('\\*', '*').trim()) return plain || null;
  if (plain === '') {
    changes.push(
      right ? 'Any answer was right; that is left out.' : 'The feedback on every other answer is left out.',
    );
    return null;
  }
  changes.push(`«${text}» accepted any text for its *; only «${plain}» counts now.`);
  return plain;
}
