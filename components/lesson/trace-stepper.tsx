'use client';

import { Activity, type KeyboardEvent, useState } from 'react';
import { lazyNear } from '#components/ui/lazy-near.ts';
import type { Rich } from '#lib/text/rich.ts';
import { TraceCode } from './trace-code.tsx';
import { TraceControls } from './trace-controls.tsx';
import type { TraceData } from './trace-data.ts';
import { TraceMoments } from './trace-moments.tsx';
import { TraceValues } from './trace-values.tsx';

const TraceTable = lazyNear('[data-steps]', () =>
  import('./trace-table.tsx').then((file) => file.TraceTable),
);

export interface TraceStepperProps {
  title: string;
  data: TraceData;
  /** The highlighted program, one node for each line. */
  lines: Rich;
}

/** Steps through a run by buttons, arrow keys, slider, key moments or table rows. */
export function TraceStepper({ title, data, lines }: TraceStepperProps) {
  const [stepIndex, setStepIndex] = useState(0);
  const last = data.steps.length - 1;
  const go = (step: number): void => setStepIndex(Math.min(last, Math.max(0, step)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = { ArrowLeft: stepIndex - 1, ArrowRight: stepIndex + 1, Home: 0, End: last }[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(next);
  };
  const step = data.steps[stepIndex];
  return (
    <figure className="trace">
      <figcaption>{title || 'Step through it'}</figcaption>
      <div className="trace-parts">
        <TraceCode lines={lines} current={step?.line ?? 0} />
        <TraceValues data={data} stepIndex={stepIndex} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys belong to every control in it */}
        <div className="trace-bar needs-script" onKeyDown={onKeyDown}>
          <TraceControls stepIndex={stepIndex} last={last} line={step?.line ?? 0} go={go} />
          <p role="status">
            <b className="tabular-nums">
              Step {stepIndex + 1} of {last + 1}, line {step?.line}.
            </b>{' '}
            {step?.note}
          </p>
        </div>
        <TraceMoments steps={data.steps} stepIndex={stepIndex} go={go} />
      </div>
      <details className="trace-fold">
        <summary>All steps in a table</summary>
        <Activity>
          <TraceTable data={data} stepIndex={stepIndex} go={go} />
        </Activity>
      </details>
    </figure>
  );
}
