'use client';

import { Activity } from 'react';
import { drillAnchor } from '#components/item/form/drill-anchor.ts';
import { lazyNear } from '#components/ui/lazy-near.ts';
import type { DrillSetProps } from './drill-set.tsx';

const DrillSet = lazyNear(`#${drillAnchor}`, () => import('./drill-set.tsx').then((file) => file.DrillSet));

/**
 * The questions at the end of a long page: plain forms until the reader comes near them and their script loads. The rest of
 * the page is hydrated without them, since they are an `Activity`, which the server renders in place; a `Suspense` of this
 * size would be sent after the page and need a script.
 */
export function NearDrillSet(props: DrillSetProps) {
  return (
    <Activity>
      <DrillSet {...props} />
    </Activity>
  );
}
