import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type MergeOutcome, mergeItems } from '#lib/exchange/merge-items.ts';
import type { PlacedPicture } from '#lib/exchange/place-pictures.ts';
import type { ImportPlan, PlannedItem } from '#lib/exchange/plan-import.ts';
import { activityKinds, testKind } from '#lib/lesson/activities.ts';
import { itemIdsIn } from '#lib/lesson/item-ids.ts';
import { usualLongestFile } from '#lib/lesson/limits.ts';
import { idsFile, idsText, readIds } from '#lib/lesson/side-ids/ids-file.ts';
import { idsAside, idsInText } from '#lib/lesson/side-ids/move-ids.ts';
import type { LessonSource } from '#lib/lesson/source.ts';

export interface ImportedFileChange {
  /** Relative to the lesson. */
  readonly name: string;
  readonly text: string;
  readonly isChanged: boolean;
}

export interface ImportMerge {
  readonly files: readonly ImportedFileChange[];
  /** By the id of each item. */
  readonly outcomes: ReadonlyMap<string, MergeOutcome>;
  readonly pictures: readonly PlacedPicture[];
}

/**
 * The files of the lesson with the items of the plan. An item that stands in another file already is looked for there. Of a
 * lesson with its ids beside the text, they are put into it for that, and moved out of it again.
 */
export function mergePlan(plan: ImportPlan, lesson: LessonSource, replace: boolean): ImportMerge {
  const read = lesson.ids === undefined ? undefined : readIds(lesson.ids);
  if (!read?.ok) return mergeTexts(plan, lesson.files, replace);
  const texts = new Map([...lesson.files].filter(([name]) => name.endsWith('.mdx')));
  const merged = mergeTexts(plan, new Map([...lesson.files, ...idsInText(texts, read.items)]), replace);
  if (!merged.files.some(({ isChanged }) => isChanged)) return merged;
  const after = new Map([...texts, ...merged.files.map(({ name, text }) => [name, text] as const)]);
  const aside = idsAside(after, read.items);
  const files = merged.files.map(({ name }) => {
    const text = aside.texts.get(name) ?? '';
    return { name, text, isChanged: text !== lesson.files.get(name) };
  });
  return { ...merged, files: [...files, { name: idsFile, text: idsText(aside.items), isChanged: true }] };
}

function mergeTexts(
  { items }: ImportPlan,
  files: ReadonlyMap<string, string>,
  replace: boolean,
): ImportMerge {
  const planned = items.flatMap((item) => (item.outcome === 'refused' ? [] : [item]));
  const homes = new Map(
    [...files].flatMap(([name, text]) => itemIdsIn(text).map((id) => [id, name] as const)),
  );
  const fresh = planned.filter(({ id, activity }) => activity === testKind.slug && !homes.has(id));
  const poolFiles = poolFilesFor(fresh, files);
  const homeOf = (item: PlannedItem) => homes.get(item.id) ?? poolFiles.get(item) ?? fileOf(item);
  const merged = [...new Set(planned.map(homeOf))].map((name) => {
    const own = planned.filter((item) => homeOf(item) === name);
    const old = files.get(name) ?? '';
    const { text, outcomes } = mergeItems(old.replace(/\r\n?/g, '\n'), own, replace);
    return { file: { name, text, isChanged: text !== old }, outcomes };
  });
  return {
    files: merged.map(({ file }) => file),
    outcomes: new Map(merged.flatMap(({ outcomes }) => [...outcomes])),
    pictures: planned.flatMap(({ pictures }) => pictures),
  };
}

/** A file holds so many items with ease; a larger bank goes into several files of the folder `pool`. */
const itemsInFile = 300;

const numbered = (number: number): string => `pool/imported-${number}.mdx`;

/** The files for new items of the pool: all in `pool.mdx`, or as many as have room in each of the numbered ones. */
function poolFilesFor(
  fresh: readonly PlannedItem[],
  files: LessonSource['files'],
): ReadonlyMap<PlannedItem, string> {
  const lengthOf = (name: string) => files.get(name)?.length ?? 0;
  const length = fresh.reduce((sum, { text }) => sum + text.length, lengthOf(testKind.file));
  if (fresh.length <= itemsInFile && length <= usualLongestFile && !files.has(numbered(1)))
    return new Map(fresh.map((item) => [item, testKind.file]));
  let number = 1;
  let items = 0;
  let characters = lengthOf(numbered(number));
  return new Map(
    fresh.map((item) => {
      while (items === itemsInFile || (characters > 0 && characters + item.text.length > usualLongestFile)) {
        number += 1;
        items = 0;
        characters = lengthOf(numbered(number));
      }
      items += 1;
      characters += item.text.length;
      return [item, numbered(number)];
    }),
  );
}

const fileOf = ({ activity }: PlannedItem): string =>
  activityKinds.find(({ slug }) => slug === activity)?.file ?? 'practice.mdx';

/** Writes the changed files and the pictures into the lesson's folder. */
export async function writeImport(folder: string, { files, pictures }: ImportMerge): Promise<void> {
  for (const { path, base64 } of pictures) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), Buffer.from(base64, 'base64'));
  }
  for (const { name, text, isChanged } of files) {
    if (!isChanged) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}
