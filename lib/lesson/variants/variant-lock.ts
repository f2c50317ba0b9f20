import { z } from 'zod';
import { interpreters } from '#lib/interpreter/interpreters.mjs';
import { mostVariants, type VariantsBlock } from './block.ts';
import { type Values, valueLimits } from './values.ts';

const LockedVariants = z.object({
  /** The file of the interpreter that ran the program. */
  interpreter: z.string().max(200),
  /** Hash of the program and of the values that it printed. */
  hash: z.string().max(80),
  values: z
    .array(z.record(z.string().max(valueLimits.nameCharacters), z.string().max(valueLimits.characters)))
    .max(mostVariants),
});
export type LockedVariants = z.infer<typeof LockedVariants>;
const Lock = z.object({ variants: z.record(z.string(), LockedVariants) });

/** The values of the variants of items, by the ids of the items. */
export type VariantLock = Readonly<Record<string, LockedVariants>>;

/** The variants in a lock file; none if there is no file, or none that can be read. */
export function readVariantLock(text: string | undefined): VariantLock {
  if (text === undefined) return {};
  try {
    return Lock.safeParse(JSON.parse(text)).data?.variants ?? {};
  } catch {
    // Not JSON, perhaps with the marks of a merge: everything is computed anew.
    return {};
  }
}

/** What the lock file keeps of the values that a program has printed. */
export function lockedVariants(
  block: Pick<VariantsBlock, 'language' | 'program' | 'count'>,
  values: readonly Values[],
  hash: (text: string) => string,
): LockedVariants {
  return {
    interpreter: interpreters[block.language],
    hash: variantsHash(block, values, hash),
    values: values.map((own) => ({ ...own })),
  };
}

/** Whether the lock file holds the variants of a program as it is now. */
export function variantState(
  lock: VariantLock,
  id: string,
  block: Pick<VariantsBlock, 'language' | 'program' | 'count'>,
  hash: (text: string) => string,
): 'current' | 'stale' | 'missing' {
  const locked = Object.hasOwn(lock, id) ? lock[id] : undefined;
  if (!locked) return 'missing';
  const isSame =
    locked.hash === variantsHash(block, locked.values, hash) &&
    locked.interpreter === interpreters[block.language] &&
    locked.values.length === block.count;
  return isSame ? 'current' : 'stale';
}

function variantsHash(
  { language, program, count }: Pick<VariantsBlock, 'language' | 'program' | 'count'>,
  values: readonly Values[],
  hash: (text: string) => string,
): string {
  const ordered = values.map((own) => Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return hash(JSON.stringify([language, program, count, ordered])).slice(0, 24);
}
