'use client';

import { Activity } from 'react';
import { drillAnchor } from '#components/item/form/drill-anchor.ts';
import { lazyNear } from '#components/ui/lazy-near.ts';
import type { StartOverProps } from './start-over.tsx';

const StartOver = lazyNear(`#${drillAnchor}`, () =>
  import('./start-over.tsx').then((file) => file.StartOver),
);

/** The button below the questions at the foot of a page, whose script loads with theirs. */
export function NearStartOver(props: StartOverProps<unknown, string>) {
  return (
    <Activity>
      <StartOver {...props} />
    </Activity>
  );
}
