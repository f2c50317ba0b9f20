import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { lockFile } from '#lib/lesson/proof-lock.ts';
import { blocksIn, type ItemVariants } from '#lib/lesson/variants/blocks-in.ts';
import { readVariantLock, variantState } from '#lib/lesson/variants/variant-lock.ts';
import { isRefusal } from '#lib/server/content/compiler/guarded.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import type { TrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { type ComputedVariants, computeVariants } from './compute-variants.ts';

/**
 * Runs the programs of variants whose values the lock file does not have, and reports what is wrong with them.
 * @param isFresh runs the others too, and compares
 */
export async function variantFindings(
  { source, findings }: CompiledLesson,
  runner: TrialRunner,
  isFresh: boolean,
): Promise<Finding[]> {
  const lock = readVariantLock(source.proofs);
  const refused = new Set(findings.flatMap(({ rule, file }) => (isRefusal(rule) ? [file] : [])));
  const found = await Promise.all(
    blocksIn(source, (file) => refused.has(file)).map(async (block): Promise<Finding[]> => {
      const state = variantState(lock, block.itemId, block, sha256);
      if (state === 'current' && !isFresh) return [];
      const computed = await computeVariants(block, runner);
      if (computed.kind === 'fault') return [findingOf(block, computed)];
      const isSame = JSON.stringify(computed.values) === JSON.stringify(lock[block.itemId]?.values);
      return state === 'current' && !isSame ? [differing(block)] : [];
    }),
  );
  return found.flat();
}

/** A fault of a program, at its line. */
export function findingOf(
  { file, fence, itemId }: ItemVariants,
  { rule, message, line }: Extract<ComputedVariants, { kind: 'fault' }>,
): Finding {
  const start = fence.position?.start ?? { line: 1, column: 1 };
  return {
    file,
    line: start.line + (line ?? 0),
    column: start.column,
    severity: 'error',
    rule,
    message,
    itemId,
  };
}

const differing = (block: ItemVariants): Finding =>
  findingOf(block, {
    kind: 'fault',
    rule: 'variants-differ',
    message: `When the program of <Variants> runs, it prints other values than ${lockFile} has. Run \`npm run content -- fix\`, and let nothing but the seed decide what it prints.`,
    line: null,
  });
