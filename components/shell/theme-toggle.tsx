'use client';

import { Activity } from 'react';
import { lazyNear } from '#components/ui/lazy-near.ts';

const ThemeChoices = lazyNear('.theme-choices', () =>
  import('./theme-choices.tsx').then((file) => file.ThemeChoices),
);

/**
 * The theme switch: light, dark or system; stored on this device. It needs its script, which loads near the end of the page,
 * so the server sends only its frame.
 */
export function ThemeToggle() {
  return (
    <fieldset className="theme-choices">
      <legend className="sr-only">Colours</legend>
      <Activity>
        <ThemeChoices />
      </Activity>
    </fieldset>
  );
}
