import { lazyPart } from '#components/ui/lazy-near.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';

const PassageOffer = lazyPart(() => import('./passage-offer.tsx').then((file) => file.PassageOffer));

/** The passage that teaches an item, after an answer that was not right; its script loads only then. */
export function LazyPassage({ item }: { item: ServedItem }) {
  const { passage } = item.state;
  return passage ? <PassageOffer id={`${item.id}-passage`} passage={passage} /> : null;
}
