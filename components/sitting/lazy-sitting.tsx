'use client';

import { lazy } from 'react';
import type { SittingProps } from './sitting.tsx';

const Sitting = lazy(() => import('./sitting.tsx').then((file) => ({ default: file.Sitting })));

/** A challenge or test, whose script loads only on its own pages. */
export function LazySitting(props: SittingProps) {
  return <Sitting {...props} />;
}
