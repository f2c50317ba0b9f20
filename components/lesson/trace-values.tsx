import type { TraceData } from './trace-data.ts';

/** The value of each variable at this step, what has just changed, and the output so far. */
export function TraceValues({ data, stepIndex }: { data: TraceData; stepIndex: number }) {
  const current = data.steps[stepIndex]?.values ?? [];
  const previous = data.steps[stepIndex - 1]?.values ?? [];
  const printed = data.steps.slice(0, stepIndex + 1).flatMap(({ prints }) => (prints ? [prints] : []));
  return (
    <div className="needs-script min-w-0 text-sm">
      <dl className="divide-y divide-line border-y border-line">
        {data.names.map((name, column) => (
          <Value
            key={name}
            name={name}
            value={current[column] ?? ''}
            changed={stepIndex > 0 && current[column] !== previous[column]}
          />
        ))}
      </dl>
      {data.hasOutput ? (
        <div className="mt-3">
          <p className="text-ink-soft">Printed so far</p>
          <pre className="code-box mt-1 min-h-13">{printed.join('\n') || ' '}</pre>
        </div>
      ) : null}
    </div>
  );
}

function Value({ name, value, changed }: { name: string; value: string; changed: boolean }) {
  return (
    <div className="trace-value" data-changed={changed || undefined}>
      <dt>{name}</dt>
      <dd>{value || <span className="text-ink-soft">–</span>}</dd>
      {changed ? <dd className="sr-only">changed</dd> : null}
    </div>
  );
}
