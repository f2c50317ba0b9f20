'use client';

import { lazy } from 'react';

/** The stepper, whose scripts are sent to pages with a trace alone. */
export const LazyTraceStepper = lazy(() =>
  import('./trace-stepper.tsx').then((file) => ({ default: file.TraceStepper })),
);
