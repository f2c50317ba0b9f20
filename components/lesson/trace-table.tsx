import { firstSentence, type TraceData, type TraceStep } from './trace-data.ts';

interface TraceTableProps {
  data: TraceData;
  stepIndex: number;
  go: (step: number) => void;
}

/** All steps in one table; clicking a row goes to its step. */
export function TraceTable({ data, stepIndex, go }: TraceTableProps) {
  return (
    <section
      data-steps
      aria-label="All steps"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard
      tabIndex={0}
      className="trace-steps scroll-box"
    >
      <table className="data-table border-t-0 text-sm">
        <caption className="sr-only">All steps</caption>
        <thead>
          <tr>
            <th scope="col" className="z-2!">
              step
            </th>
            <th scope="col">line</th>
            {data.names.map((name) => (
              <th key={name} scope="col" className="font-code">
                {name}
              </th>
            ))}
            {data.hasOutput ? <th scope="col">prints</th> : null}
            <th scope="col">what happens</th>
          </tr>
        </thead>
        <tbody>
          {data.steps.map((step, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              key={index}
              step={step}
              number={index + 1}
              here={index === stepIndex}
              hasOutput={data.hasOutput}
              onGo={() => go(index)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  step: TraceStep;
  number: number;
  here: boolean;
  hasOutput: boolean;
  onGo: () => void;
}

function Row({ step, number, here, hasOutput, onGo }: RowProps) {
  return (
    <tr onClick={onGo} aria-current={here ? 'step' : undefined} className="trace-row">
      <th scope="row" className="tabular-nums">
        <button type="button" aria-label={`Go to step ${number}`}>
          {number}
        </button>
      </th>
      <td className="num">{step.line}</td>
      {step.values.map((value, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
        <td key={column} className="font-code text-xs whitespace-nowrap">
          {value}
        </td>
      ))}
      {hasOutput ? <td className="font-code text-xs whitespace-nowrap">{step.prints}</td> : null}
      <td className="min-w-64 sm:min-w-120">{step.key ? <KeyNote note={step.note} /> : step.note}</td>
    </tr>
  );
}

function KeyNote({ note }: { note: string }) {
  const first = firstSentence(note);
  return (
    <>
      <b>{first}</b>
      {note.slice(first.length)}
    </>
  );
}
