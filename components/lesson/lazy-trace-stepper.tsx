'use client';

import { lazy } from 'react';
import type { TraceStepperProps } from './trace-stepper.tsx';

const TraceStepper = lazy(() =>
  import('./trace-stepper.tsx').then((file) => ({ default: file.TraceStepper })),
);

/** The stepper, whose scripts are sent to pages with a trace alone. */
export function LazyTraceStepper(props: TraceStepperProps) {
  return <TraceStepper {...props} />;
}
