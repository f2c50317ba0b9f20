import { staticTextHash } from '#components/lesson/static-sections.tsx';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { type ItemJsonProps, itemJson } from './item-json.ts';

/** What a page sends of an item. The prompt is the same for everyone, so it is HTML that is made once. */
export type SentItem = Pick<ItemJsonProps, 'itemJson' | 'promptHash'>;

export async function sentItem(item: ServedItem): Promise<SentItem> {
  const promptHash = await staticTextHash(item.prompt);
  return { itemJson: itemJson(promptHash ? { ...item, prompt: [] } : item), promptHash };
}
