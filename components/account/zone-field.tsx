'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;
const zoneHere = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const zoneUnknown = () => '';

/** Sends the browser's time zone along, so that a day ends when it ends for the learner. Empty without a script. */
export function ZoneField() {
  return (
    <input
      type="hidden"
      name="timeZone"
      value={useSyncExternalStore(never, zoneHere, zoneUnknown)}
      readOnly
    />
  );
}
