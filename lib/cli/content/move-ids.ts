import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '#lib/lesson/finding.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { idsFile, idsText, readIds } from '#lib/lesson/side-ids/ids-file.ts';
import { keepIds } from '#lib/lesson/side-ids/keep-ids.ts';
import { idsAside, idsInText } from '#lib/lesson/side-ids/move-ids.ts';
import type { LessonSource } from '#lib/lesson/source.ts';

/**
 * Moves the ids of a lesson out of its texts into its file of ids, or back, and returns what was done. Every item keeps its
 * id. A lesson that cannot be read whole stays as it is.
 */
export async function moveIds(lesson: LessonSource, to: 'text' | 'side'): Promise<string[]> {
  const path = join(lesson.folder, idsFile);
  const names = [...lesson.files.keys()];
  const texts = new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(lesson.folder, name), 'utf8')] as const),
    ),
  );
  const stored = await readFile(path, 'utf8').catch(() => undefined);
  const known = stored === undefined ? ({ ok: true, items: [] } as const) : readIds(stored);
  const isWhole = [...texts].every(([name, text]) => !parseFile(name, text).findings.some(isError));
  // What is wrong with them has been said by then.
  if (!known.ok || !isWhole || (lesson.encodingFaults?.length ?? 0) > 0) return [];
  if (to === 'text') {
    if (stored === undefined) return [];
    const moved = idsInText(texts, known.items);
    const messages = await writeChanged(lesson.folder, texts, moved);
    const trees = new Map([...moved].map(([name, text]) => [name, parseFile(name, text).tree] as const));
    const rest = keepIds(trees, known.items, { prefix: () => '', taken: new Set() });
    if (rest.items.some(({ gone }) => !gone)) {
      await writeFile(path, idsText(rest.items));
      return [...messages, `${path} keeps the ids of items that are not clear. Write them into their tags.`];
    }
    await rm(path);
    return [...messages, `${path} is removed: all ids are in the texts.`];
  }
  const aside = idsAside(texts, known.items);
  const messages = await writeChanged(lesson.folder, texts, aside.texts);
  if (messages.length > 0) await writeFile(path, idsText(aside.items));
  if (aside.staying.length > 0)
    messages.push(
      `${lesson.folder}: ${aside.staying.join(', ')} stay in the text, since other items have texts like theirs.`,
    );
  return messages;
}

async function writeChanged(
  folder: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<string[]> {
  const changed = [...after].filter(([name, text]) => text !== before.get(name));
  await Promise.all(changed.map(([name, text]) => writeFile(join(folder, name), text)));
  return changed.map(([name]) => `${join(folder, name)} ids moved.`);
}
