import type { Item } from '#lib/item/registry.ts';
import { Secret } from '#lib/secret.ts';
import { activityKinds, isFileOf, testKind } from './activities.ts';
import {
  type CompiledActivity,
  type CompileTools,
  compileActivity,
  type KindOfFile,
  keptActivity,
  surroundingsOf,
  withProofs,
} from './compile-activity.ts';
import { type FrontMatter, lessonFrontMatter, readFrontMatter } from './front-matter.ts';
import type { Finding, Lesson } from './lesson.ts';
import { fault, frontMatterFaults, isPoolFile, itemFaults, type LessonFrontMatter } from './lesson-faults.ts';
import { type ParsedFile, parseFile } from './parse.ts';
import { findPassage } from './passages.ts';
import { lockFaults, readLock } from './proof-lock.ts';
import { type GivenIds, giveIds } from './side-ids/give-ids.ts';
import type { LessonSource } from './source.ts';
import { unknownFile } from './unknown-file.ts';
import { readVariantLock } from './variants/variant-lock.ts';

const kinds = [...activityKinds, testKind];
const fileNames: readonly string[] = kinds.map((kind) => kind.file);

/** The kinds of activity that a lesson has, with the file of each; the test may have several. */
const kindsIn = ({ files }: LessonSource): KindOfFile[] =>
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
  findings.push(
    ...lockFaults(source),
    ...(given?.findings ?? []),
    ...found,
    ...head.findings,
    ...duplicateIds(compiled),
  );
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
