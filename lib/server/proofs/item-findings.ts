import type { ProofPlan } from '#lib/item/proof.ts';
import type { Item, Variant } from '#lib/item/registry.ts';
import { ruleNames } from '#lib/item/rule-sets.ts';
import { variantsOf } from '#lib/item/variants.ts';
import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import {
  entryPlace,
  type LockedProof,
  lockFile,
  lockState,
  namedPlans,
  planHash,
  readLock,
} from '#lib/lesson/proof-lock.ts';
import { readVariantLock } from '#lib/lesson/variants/variant-lock.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import { interpreterOf } from '#lib/server/sandbox/interpreter-names.ts';
import type { TrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { mergeVariants, type NamedFinding } from './merge-variants.ts';
import { type ItemProof, type ProofItem, proveItems } from './prove-items.ts';

/** What is known of the keys of a lesson. */
export interface LessonProofs {
  readonly findings: readonly Finding[];
  readonly proven: number;
  /** Items whose key the run contradicts, and those that have changed since they were proven. */
  readonly stale: number;
  readonly unproven: number;
  /** Faults planted in the keys of proven items, and how many of them running showed. */
  readonly mutants: number;
  readonly mutantsCaught: number;
  /** Every proven item, for the lock file. */
  readonly locked: Readonly<Record<string, LockedProof>>;
}

/** Items of a lesson with their secret halves. */
function wholeItems({ lesson }: Pick<CompiledLesson, 'lesson'>): Variant[] {
  if (!lesson) return [];
  return [...lesson.activities.flatMap(({ items }) => items), ...lesson.pool].flatMap((item) => {
    const secret = lesson.secrets.get(item.id)?.open();
    return secret ? [{ item, secret }] : [];
  });
}

/** The same, with each variant of an item that varies in its place. */
export const itemsOf = (compiled: Pick<CompiledLesson, 'lesson'>): ProofItem[] =>
  wholeItems(compiled).flatMap(variantsOf);

/**
 * Tries the answers of all items whose key the lock file does not prove as it is now.
 * @param isFresh tries the proven ones too
 */
export async function proveLesson(
  compiled: CompiledLesson,
  runner: TrialRunner,
  isFresh = false,
): Promise<LessonProofs> {
  const lock = readLock(compiled.source.proofs);
  const planned = wholeItems(compiled)
    .flatMap(namedPlans)
    .map((one) => ({ ...one, state: lockState(lock, one.name, one.plan, sha256) }));
  const isKnown = ({ state, name, plan }: (typeof planned)[number]) =>
    state === 'proven' && (!isFresh || (plan.language === 'bash' && !runner.runs('bash'))) && lock[name];
  const open = planned.filter((one) => !isKnown(one));
  const proofs = await proveItems(open, runner);
  const found: NamedFinding[] = [];
  const locked: Record<string, LockedProof> = {};
  const counted = { proven: new Set<string>(), stale: new Set<string>(), unproven: new Set<string>() };
  const unwritten = { stale: new Set<string>(), missing: new Set<string>() };
  const forged: Finding[] = [];
  for (const one of planned) {
    const { item, name, plan, state } = one;
    const known = isKnown(one);
    const proof = proofs[open.indexOf(one)];
    if (known || proof?.kind === 'proven') {
      counted.proven.add(item.id);
      locked[name] = known || (await lockedProof(plan, proof));
    }
    if (!proof || known) continue;
    if (proof.kind === 'wrong') counted.stale.add(item.id);
    if (proof.kind === 'unproven') counted[state === 'stale' ? 'stale' : 'unproven'].add(item.id);
    found.push(...proof.findings.map((finding) => ({ name, finding })));
    if (proof.kind === 'proven' && state !== 'proven') unwritten[state].add(item.id);
    if (proof.kind === 'wrong' && state === 'proven') forged.push(forgedProof(compiled.source, item, name));
  }
  const findings = [
    ...mergeVariants(found, readVariantLock(compiled.source.proofs)),
    ...forged,
    ...notLocked(compiled.source, [...unwritten.stale], 'stale'),
    ...notLocked(compiled.source, [...unwritten.missing], 'missing'),
  ];
  const all = Object.values(locked);
  const mutants = all.reduce((sum, one) => sum + one.mutants, 0);
  const mutantsCaught = all.reduce((sum, one) => sum + one.caught, 0);
  return { findings, ...countsOf(counted), mutants, mutantsCaught, locked };
}

/** An item that varies counts once: as wrong if one of its variants is, and as proven if all are. */
function countsOf({ proven, stale, unproven }: Record<'proven' | 'stale' | 'unproven', Set<string>>) {
  const isWhole = (id: string) => !stale.has(id) && !unproven.has(id);
  return {
    proven: [...proven].filter(isWhole).length,
    stale: stale.size,
    unproven: [...unproven].filter((id) => !stale.has(id)).length,
  };
}

async function lockedProof(plan: ProofPlan, proof: ItemProof | undefined): Promise<LockedProof> {
  const mutants = proof?.mutants ?? [];
  return {
    interpreter: await interpreterOf(plan.language, ruleNames.length),
    hash: planHash(plan, sha256),
    tried: plan.trials.length,
    mutants: mutants.length,
    caught: mutants.filter(({ isCaught }) => isCaught).length,
  };
}

/** A proof in the lock file that running contradicts. The hash in it is right, so it was written without a run. */
const forgedProof = (
  { folder, proofs = '' }: CompiledLesson['source'],
  { id }: Item,
  name: string,
): Finding => ({
  file: `${folder}/${lockFile}`,
  ...entryPlace(proofs, name),
  severity: 'error',
  rule: 'proof-forged',
  message: `This entry says that the key of «${id}» is proven, and running it now shows that it is wrong. Correct the item, remove this entry, and run \`npm run content -- fix\`, which writes only what it has run.`,
  itemId: id,
});

/** One finding for all items of a lesson whose key is proven now, but not in the lock file. */
function notLocked(
  { folder }: CompiledLesson['source'],
  ids: readonly string[],
  state: 'stale' | 'missing',
): Finding[] {
  if (ids.length === 0) return [];
  const named = ids.slice(0, 5).join(', ') + (ids.length > 5 ? ' …' : '');
  const message =
    state === 'stale'
      ? `Since their keys were proven, ${ids.length === 1 ? '1 item has' : `${ids.length} items have`} changed: ${named}. What was run now is right. Run \`npm run content -- fix\`, which writes that into ${lockFile}.`
      : `Keys were run now and are right, but ${lockFile} does not say so yet: ${named}. Run \`npm run content -- fix\`, which writes that down.`;
  const file = `${folder}/lesson.mdx`;
  return [{ file, line: 1, column: 1, severity: 'warning', rule: `proof-${state}`, message }];
}
