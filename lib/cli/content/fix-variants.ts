import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFile, lockText, readLock } from '#lib/lesson/proof-lock.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { blocksIn } from '#lib/lesson/variants/blocks-in.ts';
import {
  lockedVariants,
  readVariantLock,
  type VariantLock,
  variantState,
} from '#lib/lesson/variants/variant-lock.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import type { TrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { computeVariants } from './compute-variants.ts';
import { findingOf } from './variant-findings.ts';

/**
 * Computes the variants of a lesson whose program has changed, and writes them into its lock file, without those that the
 * lesson has no more; returns a message for each.
 */
export async function writeVariants(source: LessonSource, runner: TrialRunner): Promise<string[]> {
  const before = readVariantLock(source.proofs);
  const after: Record<string, VariantLock[string]> = {};
  const messages = await Promise.all(
    blocksIn(source).map(async (block): Promise<string[]> => {
      const { file } = block;
      const known = before[block.itemId];
      if (known && variantState(before, block.itemId, block, sha256) === 'current') {
        after[block.itemId] = known;
        return [];
      }
      const computed = await computeVariants(block, runner);
      if (computed.kind === 'fault') {
        const { line, message } = findingOf(block, computed);
        return [`${file}:${line} no variants computed. ${message}`];
      }
      after[block.itemId] = lockedVariants(block, computed.values, sha256);
      return [`${file}:${block.fence.position?.start.line ?? 1} ${block.count} variants computed`];
    }),
  );
  const isSame = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
  if (!isSame) await writeFile(join(source.folder, lockFile), lockText(readLock(source.proofs), after));
  return messages.flat();
}

const sorted = (lock: VariantLock) => Object.entries(lock).toSorted(([a], [b]) => (a < b ? -1 : 1));
