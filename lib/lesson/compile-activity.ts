import type { Variant } from '#lib/item/registry.ts';
import type { ActivityKind } from './activities.ts';
import { readActivityHead } from './activity-head.ts';
import { compileFile } from './compile-file.ts';
import { deliveryOf } from './delivery.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Highlight } from './highlight.ts';
import type { Activity, Finding } from './lesson.ts';
import { deliveryFindings, fault, type LessonFrontMatter } from './lesson-faults.ts';
import { oneForEachCause, withoutConsequences } from './one-cause.ts';
import type { ParsedFile } from './parse.ts';
import { type ProofLock, withProof } from './proof-lock.ts';
import type { LessonSource } from './source.ts';
import type { VariantLock } from './variants/variant-lock.ts';

export interface CompileTools {
  readonly highlight: Highlight;
  /** SHA-256 in hexadecimal; handed in because the pure core has no cryptography. */
  readonly hash: (text: string) => string;
  /** Called with the name of each file before it is compiled, for a time limit on each. */
  readonly onFile?: (name: string) => void;
  /** Keeps what was made of a file as JSON: what is made from the same need not be made again. */
  readonly keep?: KeepFile;
}

/** What `madeFrom` does not name, the result must not depend on. */
export type KeepFile = <T>(madeFrom: readonly string[], make: () => T) => T;

/** The kind of an activity, with the file that this one stands in. */
export type KindOfFile = ActivityKind & { slug: Activity['slug'] };

/** A compiled file, before it becomes a part of its lesson. */
export interface CompiledActivity {
  readonly activity: Activity;
  readonly secrets: readonly Variant[];
  readonly findings: readonly Finding[];
}

/** Compiles a file of a lesson. */
export function compileActivity(
  kind: KindOfFile,
  {
    parsed,
    source,
    objectives,
    tools: { highlight, hash },
    head,
    variants,
  }: {
    readonly parsed: ParsedFile;
    readonly source: LessonSource;
    readonly objectives: readonly string[] | undefined;
    readonly tools: CompileTools;
    readonly head: FrontMatter<LessonFrontMatter>;
    readonly variants: VariantLock;
  },
): CompiledActivity {
  const file = `${source.folder}/${kind.file}`;
  const isMain = kind.file === 'lesson.mdx';
  const matter = isMain ? head : readActivityHead(file, parsed.frontMatter);
  const surroundings = {
    highlight,
    place: { track: source.track, lesson: source.slug },
    ...(source.pictures ? { pictures: source.pictures } : {}),
  };
  const context = { file, activity: kind.slug, objectives, hash, variants };
  const compiled = compileFile(file, parsed.tree, surroundings, context);
  const findings = oneForEachCause([
    ...(isMain ? [] : matter.findings),
    ...withoutConsequences(parsed.findings, compiled.findings),
  ]);
  const changes = matter.value?.delivery ?? {};
  if (findings.length === 0 && compiled.body.length === 0) {
    findings.push(
      fault(source, {
        name: kind.file,
        rule: 'file-empty',
        message: 'This file is empty. Write the activity, or remove the file to hide it.',
      }),
    );
  }
  findings.push(
    ...deliveryFindings(kind, { source, frontMatter: matter, changes, items: compiled.items.length }),
  );
  return {
    activity: {
      slug: kind.slug,
      minutes: matter.value?.minutes ?? kind.minutes,
      delivery: deliveryOf(kind.mode, changes),
      body: compiled.body,
      items: compiled.items,
    },
    secrets: compiled.items.flatMap((item) => {
      const secret = compiled.secrets.get(item.id);
      return secret ? [{ item, secret }] : [];
    }),
    findings,
  };
}

/**
 * All of a lesson that a file may depend on beside its own text and the objectives: with ids in a file of their own, the
 * other files, too, among whose items they are found. Faults of encoding are reported apart.
 */
export function surroundingsOf({ files, encodingFaults: _faults, ...rest }: LessonSource): string {
  const others = rest.ids === undefined ? [] : [...files];
  return JSON.stringify({ ...rest, pictures: [...(rest.pictures ?? [])], others });
}

/** A compiled file, kept if there is something to keep it in. Its items are kept with their secrets only. */
export function keptActivity(
  madeFrom: readonly string[],
  { keep }: CompileTools,
  make: () => CompiledActivity,
): CompiledActivity {
  if (!keep) return make();
  const part = keep(madeFrom, () => {
    const made = make();
    return { ...made, activity: { ...made.activity, items: [] } };
  });
  return { ...part, activity: { ...part.activity, items: part.secrets.map(({ item }) => item) } };
}

/** The same, with every item marked whose key the lock file proves. */
export function withProofs(
  part: CompiledActivity,
  lock: ProofLock,
  { hash }: CompileTools,
): CompiledActivity {
  const secrets = part.secrets.map((whole) => withProof(whole, lock, hash));
  const byOriginal = new Map(part.secrets.map(({ item }, at) => [item, secrets[at]?.item ?? item]));
  const items = part.activity.items.map((item) => byOriginal.get(item) ?? item);
  return { ...part, activity: { ...part.activity, items }, secrets };
}
