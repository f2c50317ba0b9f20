'use client';

import { lazy } from 'react';
import type { TraceStepperProps } from './trace-stepper.tsx';

const TraceStepper = lazy(() =>
  import('./trace-stepper.tsx').then((file) => ({ default: file.TraceStepper })),
);

/** The stepper, whose script loads only on pages with a trace. */
export function LazyTraceStepper(props: TraceStepperProps) {
  return <TraceStepper {...props} />;
}
