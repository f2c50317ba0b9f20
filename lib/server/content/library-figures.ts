import { itemType } from '#lib/item/registry.ts';
import { contentLibrary } from './library.ts';

/** The questions of all lessons, and those of them whose answers are programs that are run. */
export async function libraryFigures(): Promise<{ readonly questions: number; readonly programs: number }> {
  const lessons = (await contentLibrary()).lessons();
  const items = lessons.flatMap(({ activities, pool }) => [
    ...activities.flatMap((one) => one.items),
    ...pool,
  ]);
  const graded = items.filter(({ type }) => itemType(type).graded);
  return {
    questions: graded.length,
    programs: graded.filter(({ type }) => itemType(type).runs !== undefined).length,
  };
}
