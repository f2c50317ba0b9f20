import { z } from 'zod';
import { interpreters } from '#lib/interpreter/interpreters.mjs';
import type { ProofLanguage, ProofPlan } from '#lib/item/proof.ts';
import { type Item, itemType, type SecretItem, type Variant } from '#lib/item/registry.ts';
import { variantsOf } from '#lib/item/variants.ts';
import type { Finding } from './lesson.ts';
import type { LessonSource } from './source.ts';
import type { VariantLock } from './variants/variant-lock.ts';

/** The file in the folder of a lesson that keeps which keys were proven by running. */
export const lockFile = 'proofs.lock.json';

const LockedProof = z.object({
  /** What ran the programs: the file of an interpreter, or the version of a tool. */
  interpreter: z.string().max(200),
  /** Hash of all that was tried: programs, which of them are right, and checks. */
  hash: z.string().max(80),
  /** How many answers were tried. */
  tried: z.int().min(1),
  /** Keys with a planted fault, and how many of them running showed to be wrong. */
  mutants: z.int().min(0),
  caught: z.int().min(0),
});
export type LockedProof = z.infer<typeof LockedProof>;
/** The values of variants are in the same file, and read by `variants/variant-lock.ts`. */
const Lock = z.object({ format: z.literal(1), items: z.record(z.string(), LockedProof) });

/** Proven items by id. */
export type ProofLock = Readonly<Record<string, LockedProof>>;

/** The proofs of a lock file; none if there is no file, or none that can be read, which `lockFaults` says. */
export const readLock = (text: string | undefined): ProofLock => parsed(text)?.items ?? {};

function parsed(text: string | undefined): z.infer<typeof Lock> | undefined {
  try {
    return text === undefined ? undefined : Lock.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON, perhaps with the marks of a merge: everything is proven anew.
    return undefined;
  }
}

/** A finding about a lock file that cannot be read: none of its proofs counts. */
export function lockFaults({ folder, proofs }: Pick<LessonSource, 'folder' | 'proofs'>): Finding[] {
  if (proofs === undefined || parsed(proofs)) return [];
  const merge = proofs.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  const cause = merge < 0 ? '' : ', since a merge in it is not finished';
  return [
    {
      file: `${folder}/${lockFile}`,
      line: Math.max(0, merge) + 1,
      column: 1,
      severity: 'error',
      rule: 'proof-lock',
      message: `This file cannot be read${cause}, so no key of the lesson counts as proven. Run \`npm run content -- fix\`, which writes it anew from what it runs.`,
    },
  ];
}

/** The place of an item's entry in the text of a lock file. */
export function entryPlace(text: string, name: string): { readonly line: number; readonly column: number } {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(`"${name}": {`));
  return { line: Math.max(0, at) + 1, column: Math.max(0, lines[at]?.indexOf('"') ?? 0) + 1 };
}

/** The text of a lock file: items in order of their ids, so that changes of two authors rarely meet. */
export function lockText(items: ProofLock, variants: VariantLock = {}): string {
  const ordered = <T>(entries: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const varying = Object.keys(variants).length > 0 ? { variants: ordered(variants) } : {};
  return `${JSON.stringify({ format: 1, items: ordered(items), ...varying }, null, 2)}\n`;
}

/** A plan and the name under which a lock file has its proof: the id of the item, with the number of a variant. */
export interface NamedPlan extends Variant {
  readonly name: string;
  readonly plan: ProofPlan;
}

/** The plans of an item: none, one, or one for each of its variants. */
export function namedPlans(whole: Variant): NamedPlan[] {
  const { variants } = whole.secret;
  return (variants ?? [whole]).flatMap(({ item, secret }, at) => {
    const plan = proofPlanOf(item, secret);
    const name = variants ? `${item.id}#${at + 1}` : item.id;
    return plan ? [{ item, secret, plan, name }] : [];
  });
}

/** The item, with all its variants, marked as proven if the lock file proves it as it is now. */
export function withProof(whole: Variant, lock: ProofLock, hash: (text: string) => string): Variant {
  const { item, secret } = whole;
  const variants = variantsOf(whole);
  const isListed = Object.hasOwn(lock, secret.variants ? `${item.id}#1` : item.id);
  const plans = isListed ? namedPlans(whole) : [];
  const isProven =
    plans.length === variants.length &&
    plans.every(({ name, plan }) => lockState(lock, name, plan, hash) === 'proven');
  if (!isProven) return whole;
  const proven = (one: Item): Item => ({ ...one, proven: true });
  return {
    item: proven(item),
    secret: secret.variants
      ? { ...secret, variants: variants.map((own) => ({ ...own, item: proven(own.item) })) }
      : secret,
  };
}

/** What is tried of an item; undefined if nothing of it can be. */
export function proofPlanOf({ type, body }: Item, { key, proof }: SecretItem): ProofPlan | undefined {
  const plan = proof && itemType(type).proofPlan?.(body, key, proof);
  return plan?.trials[0]?.isRight ? plan : undefined;
}

/** The hash of everything that a proof depends on, beside the interpreter. */
export const planHash = (
  { language, checks, trials, answers }: ProofPlan,
  hash: (text: string) => string,
): string => hash(JSON.stringify([language, checks, answers, trials])).slice(0, 24);

/** The interpreters of which another version proves nothing; others belong to the machine of an author. */
const fixedInterpreters: Partial<Record<ProofLanguage, string>> = interpreters;

export type LockState = 'proven' | 'stale' | 'missing';

/** Whether the lock file proves an item as it is now. */
export function lockState(
  lock: ProofLock,
  id: string,
  plan: ProofPlan,
  hash: (text: string) => string,
): LockState {
  const locked = Object.hasOwn(lock, id) ? lock[id] : undefined;
  if (!locked) return 'missing';
  const fixed = fixedInterpreters[plan.language];
  const isPossible = locked.tried === plan.trials.length && locked.caught <= locked.mutants;
  const isSame =
    locked.hash === planHash(plan, hash) && (fixed === undefined || locked.interpreter === fixed);
  return isPossible && isSame ? 'proven' : 'stale';
}
