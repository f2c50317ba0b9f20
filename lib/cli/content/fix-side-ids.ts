import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { activityKinds, isFileOf, testKind } from '#lib/lesson/activities.ts';
import { isError } from '#lib/lesson/finding.ts';
import { prefixOf } from '#lib/lesson/item-ids.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { idsFile, idsText, readIds } from '#lib/lesson/side-ids/ids-file.ts';
import { keepIds } from '#lib/lesson/side-ids/keep-ids.ts';
import type { LessonSource } from '#lib/lesson/source.ts';

const isActivity = (name: string): boolean =>
  [...activityKinds, testKind].some((kind) => isFileOf(kind, name));

/**
 * Brings a lesson's file of ids up to date with its texts, prints each new id, and returns their number. A lesson that
 * cannot be read whole keeps its file: what is in the rest would count as gone.
 */
export async function fixSideIds(lesson: LessonSource, taken: Set<string>): Promise<number> {
  const path = join(lesson.folder, idsFile);
  const known = lesson.ids === undefined ? ({ ok: true, items: [] } as const) : readIds(lesson.ids);
  if (!known.ok) {
    console.log(`${path}:${known.line}:1 not changed. ${known.message}`);
    return 0;
  }
  const names = [...lesson.files.keys()].filter(isActivity);
  const parsed = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(lesson.folder, name), 'utf8');
      return [name, parseFile(`${lesson.folder}/${name}`, text)] as const;
    }),
  );
  const [fault] = [
    ...(lesson.encodingFaults ?? []),
    ...parsed.flatMap(([, { findings }]) => findings.filter(isError)),
  ];
  if (fault) {
    console.log(
      `${path} not changed. First mend ${fault.file}:${fault.line}:${fault.column} ${fault.message}`,
    );
    return 0;
  }
  const trees = new Map(parsed.map(([name, { tree }]) => [name, tree]));
  const prefix = (name: string) => prefixOf(lesson, name);
  const { items, added } = keepIds(trees, known.items, { prefix, taken });
  const text = idsText(items);
  if (text !== lesson.ids && (items.length > 0 || lesson.ids !== undefined)) await writeFile(path, text);
  for (const { file, line, id } of added) console.log(`${join(lesson.folder, file)}:${line} ${id}`);
  return added.length;
}
