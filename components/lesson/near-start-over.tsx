'use client';

import { Activity, lazy } from 'react';
import { drillAnchor } from '#components/item/form/drill-anchor.ts';
import { whenNear } from '#components/ui/when-near.ts';
import type { StartOverProps } from './start-over.tsx';

const StartOver = lazy(() =>
  whenNear(`#${drillAnchor}`)
    .then(() => import('./start-over.tsx'))
    .then((file) => ({ default: file.StartOver })),
);

/** The button below the questions at the foot of a page, whose script loads with theirs. */
export function NearStartOver(props: StartOverProps<unknown, string>) {
  return (
    <Activity>
      <StartOver {...props} />
    </Activity>
  );
}
