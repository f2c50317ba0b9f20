import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type MergeOutcome, mergeItems } from '#lib/exchange/merge-items.ts';
import type { PlacedPicture } from '#lib/exchange/place-pictures.ts';
import type { ImportPlan, PlannedItem } from '#lib/exchange/plan-import.ts';
import { activityKinds, testKind } from '#lib/lesson/activities.ts';
import { itemIdsIn } from '#lib/lesson/item-ids.ts';
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

/** The files of the lesson with the items of the plan. An item that stands in another file already is looked for there. */
export function mergePlan({ items }: ImportPlan, { files }: LessonSource, replace: boolean): ImportMerge {
  const planned = items.flatMap((item) => (item.outcome === 'refused' ? [] : [item]));
  const homes = new Map(
    [...files].flatMap(([name, text]) => itemIdsIn(text).map((id) => [id, name] as const)),
  );
  const tested = planned.filter(({ activity }) => activity === testKind.slug);
  const places = new Map(tested.map((item, at) => [item, at]));
  const homeOf = (item: PlannedItem) => homes.get(item.id) ?? fileOf(item, places);
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

function fileOf(item: PlannedItem, tested: ReadonlyMap<PlannedItem, number>): string {
  if (item.activity === testKind.slug && tested.size > itemsInFile)
    return `pool/imported-${1 + Math.floor((tested.get(item) ?? 0) / itemsInFile)}.mdx`;
  return [...activityKinds, testKind].find(({ slug }) => slug === item.activity)?.file ?? 'practice.mdx';
}

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
