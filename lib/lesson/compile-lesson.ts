import type { Item, Variant } from '#lib/item/registry.ts';
import { Secret } from '#lib/secret.ts';
import { type ActivityKind, activityKinds, isFileOf, testKind } from './activities.ts';
import { readActivityHead } from './activity-head.ts';
import { compileFile } from './compile-file.ts';
import { deliveryOf } from './delivery.ts';
import { type FrontMatter, lessonFrontMatter, readFrontMatter } from './front-matter.ts';
import type { Highlight } from './highlight.ts';
import type { Activity, Finding, Lesson } from './lesson.ts';
import {
  deliveryFindings,
  fault,
  frontMatterFaults,
  isPoolFile,
  itemFaults,
  type LessonFrontMatter,
} from './lesson-faults.ts';
import { oneForEachCause, withoutConsequences } from './one-cause.ts';
import { type ParsedFile, parseFile } from './parse.ts';
import { findPassage } from './passages.ts';
import { type ProofLock, readLock, withProof } from './proof-lock.ts';
import { type GivenIds, giveIds } from './side-ids/give-ids.ts';
import type { LessonSource } from './source.ts';
import { unknownFile } from './unknown-file.ts';
import { readVariantLock, type VariantLock } from './variants/variant-lock.ts';

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

const kinds = [...activityKinds, testKind];
const fileNames: readonly string[] = kinds.map((kind) => kind.file);

/** The kinds of activity that a lesson has, with the file of each; the test may have several. */
const kindsIn = ({ files }: LessonSource): (ActivityKind & { slug: Activity['slug'] })[] =>
  kinds.flatMap((kind) =>
    [...files.keys()]
      .filter((name) => isFileOf(kind, name))
      .toSorted()
      .map((file) => ({ ...kind, file })),
  );

/** Compiles the folder of a lesson. `lesson` is undefined if its front matter cannot be used; findings say why. */
export function compileLesson(
  source: LessonSource,
  tools: CompileTools,
): { lesson: Lesson | undefined; findings: Finding[] } {
  const findings: Finding[] = [...source.files.keys()].flatMap((name) =>
    fileNames.includes(name) || isPoolFile(name)
      ? []
      : [
          fault(source, {
            name,
            rule: 'file-unknown',
            message: unknownFile(name, fileNames),
          }),
        ],
  );
  if (!source.files.has('lesson.mdx')) {
    findings.push(
      fault(source, {
        name: 'lesson.mdx',
        rule: 'file-missing',
        message: 'A lesson needs lesson.mdx with its title, objectives and introduction. Write it.',
      }),
    );
    return { lesson: undefined, findings };
  }
  const parse = parserOf(source, tools);
  const introduction = parse('lesson.mdx');
  const given = idsOf(source, parse);
  const head = readHead(source, introduction);
  const objectives = head.value?.objectives.map((objective) => objective.id);
  const lock = readLock(source.proofs);
  const variants = readVariantLock(source.proofs);
  const surroundings = [surroundingsOf(source), JSON.stringify(objectives ?? null)];
  const compiled = kindsIn(source).map((kind) => {
    const part = keptActivity([kind.file, source.files.get(kind.file) ?? '', ...surroundings], tools, () =>
      compileActivity(kind, { parsed: parse(kind.file), source, objectives, tools, head, variants }),
    );
    return withProofs(part, lock, tools);
  });
  const found = compiled.flatMap((part) => part.findings).filter((finding) => !given?.isSaid(finding));
  findings.push(...(given?.findings ?? []), ...found, ...head.findings, ...duplicateIds(compiled));
  if (!head.value) return { lesson: undefined, findings };
  const lesson = lessonOf(source, head.value, compiled, tools);
  findings.push(...frontMatterFaults(source, head, lesson), ...itemFaults(lesson));
  return { lesson, findings };
}

type Parse = (name: string) => ParsedFile;

/** Parses each file of a lesson once. */
function parserOf({ folder, files }: LessonSource, { onFile }: CompileTools): Parse {
  const known = new Map<string, ParsedFile>();
  return (name) => {
    onFile?.(name);
    const parsed = known.get(name) ?? parseFile(`${folder}/${name}`, files.get(name) ?? '');
    known.set(name, parsed);
    return parsed;
  };
}

/**
 * All of a lesson that a file may depend on beside its own text and the objectives: with ids in a file of their own, the
 * other files, too, among whose items they are found. Faults of encoding are reported apart.
 */
function surroundingsOf({ files, encodingFaults: _faults, ...rest }: LessonSource): string {
  const others = rest.ids === undefined ? [] : [...files];
  return JSON.stringify({ ...rest, pictures: [...(rest.pictures ?? [])], others });
}

/** A compiled file, kept if there is something to keep it in. Its items are kept with their secrets only. */
function keptActivity(
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

/** Gives the items the ids that stand beside them; undefined if the lesson has no file of ids. */
function idsOf(source: LessonSource, parse: Parse): GivenIds | undefined {
  if (source.ids === undefined) return undefined;
  const trees = new Map(kindsIn(source).map(({ file }) => [file, parse(file).tree]));
  return giveIds(source.folder, trees, source.ids);
}

/** The front matter of lesson.mdx; without further findings if the file could not be read. */
function readHead({ folder }: LessonSource, parsed: ParsedFile): FrontMatter<LessonFrontMatter> {
  const unread = parsed.findings.some(({ rule }) => rule === 'limit' || rule === 'front-matter');
  const start = { line: 1, column: 1 };
  if (unread) return { value: undefined, findings: [], position: () => start };
  if (parsed.frontMatter === null) {
    const message =
      'This file has no front matter. Write --- on its first line, then id, title, summary, objectives, authors, sources and updated, then --- again.';
    const finding: Finding = {
      file: `${folder}/lesson.mdx`,
      ...start,
      severity: 'error',
      rule: 'front-matter',
      message,
    };
    return { value: undefined, findings: [finding], position: () => start };
  }
  return readFrontMatter(`${folder}/lesson.mdx`, parsed.frontMatter, lessonFrontMatter);
}

function lessonOf(
  source: LessonSource,
  value: LessonFrontMatter,
  compiled: readonly CompiledActivity[],
  { hash }: CompileTools,
): Lesson {
  const { badge, minutes: _minutes, objectives, ...rest } = value;
  const activities = compiled.filter((part) => part.activity.slug !== 'test').map((part) => part.activity);
  const text = [...source.files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => `${name}\n${content}`);
  const versions = compiled.flatMap((part) =>
    part.secrets.flatMap(
      ({ item, secret }) => secret.variants?.map((own) => `${item.id},${own.item.version}`) ?? [],
    ),
  );
  return {
    ...rest,
    track: source.track,
    slug: source.slug,
    badge: badge ?? null,
    hash: hash([...text, ...(source.ids === undefined ? [] : [source.ids]), ...versions].join('\0')),
    objectives: objectives.map(({ read, ...objective }) => ({
      ...objective,
      read: read.map((name) => findPassage(name, activities)).filter((found) => typeof found !== 'string'),
    })),
    activities,
    pool: compiled.flatMap((part) => (part.activity.slug === 'test' ? part.activity.items : [])),
    secrets: new Map(
      compiled.flatMap((part) =>
        part.secrets.map(({ item, secret }) => [item.id, new Secret(secret)] as const),
      ),
    ),
  };
}

/** The same, with every item marked whose key the lock file proves. */
function withProofs(part: CompiledActivity, lock: ProofLock, { hash }: CompileTools): CompiledActivity {
  const secrets = part.secrets.map((whole) => withProof(whole, lock, hash));
  const byOriginal = new Map(part.secrets.map(({ item }, at) => [item, secrets[at]?.item ?? item]));
  const items = part.activity.items.map((item) => byOriginal.get(item) ?? item);
  return { ...part, activity: { ...part.activity, items }, secrets };
}

function duplicateIds(compiled: readonly CompiledActivity[]): Finding[] {
  const seen = new Map<string, Item['source']>();
  return compiled.flatMap((part) =>
    part.activity.items.flatMap((item): Finding[] => {
      const other = seen.get(item.id);
      seen.set(item.id, item.source);
      if (!other) return [];
      const message = `The id «${item.id}» is used twice in this lesson, first in ${other.file}:${other.line}. Give this item another id.`;
      return [
        { ...item.source, column: 1, severity: 'error', rule: 'item-id-twice', message, itemId: item.id },
      ];
    }),
  );
}

interface CompiledActivity {
  readonly activity: Activity;
  readonly secrets: readonly Variant[];
  readonly findings: readonly Finding[];
}

function compileActivity(
  kind: ActivityKind & { slug: Activity['slug'] },
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
