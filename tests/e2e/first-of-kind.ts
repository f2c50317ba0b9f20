import { kindOf } from '#components/item/kinds/registry.ts';
import type { Item } from '#lib/item/registry.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { serve } from '#lib/sitting/served-item.ts';
import { servingOf } from '#lib/sitting/testing/serving.ts';
import { ourLibrary } from '#tests/our-lessons.ts';

const library = await ourLibrary();

/** The first item of a kind that is asked on a page without a clock. */
export function firstOf(kind: string): { readonly path: string; readonly item: Item } {
  for (const lesson of library.lessons()) {
    for (const { slug, items } of lesson.activities) {
      const item = items.find(({ type }) => type === kind);
      if (item && slug !== 'challenge') return { path: lessonPath(lesson, slug), item };
    }
  }
  throw new Error(`No lesson asks for ${kind}`);
}

/** The label of the button that submits, or that turns an item with two sides. */
export function buttonOf(item: Item): string {
  const secret = library.item(item.id)?.secret.open();
  if (!secret) throw new Error(`${item.id} has no secret half`);
  const { turn, check } = kindOf(item);
  return turn?.label ?? check?.(serve(servingOf({ item, secret }, 'practice'))) ?? '';
}
