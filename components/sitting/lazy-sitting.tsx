'use client';

import { lazyPart } from '#components/ui/lazy-near.ts';
import type { SittingProps } from './sitting.tsx';

const Sitting = lazyPart(() => import('./sitting.tsx').then((file) => file.Sitting));

/** A challenge or test, whose script loads only on its own pages. */
export function LazySitting(props: SittingProps) {
  return <Sitting {...props} />;
}
