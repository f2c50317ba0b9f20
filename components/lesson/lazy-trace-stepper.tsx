'use client';

import { lazyPart } from '#components/ui/lazy-near.ts';
import type { TraceStepperProps } from './trace-stepper.tsx';

const TraceStepper = lazyPart(() => import('./trace-stepper.tsx').then((file) => file.TraceStepper));

/** The stepper, whose script loads only on pages with a trace. */
export function LazyTraceStepper(props: TraceStepperProps) {
  return <TraceStepper {...props} />;
}
