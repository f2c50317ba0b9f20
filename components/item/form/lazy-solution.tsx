import { lazyPart } from '#components/ui/lazy-near.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';

const Solution = lazyPart(() => import('./solution.tsx').then((file) => file.Solution));

/** The solution of an item; its script loads once there is one. */
export function LazySolution({ item }: { item: ServedItem }) {
  const { outcome, solution } = item.state;
  return outcome?.model || solution ? <Solution item={item} /> : null;
}
