const strokes = {
  first: 'M5 4.5v11M14.5 4.5 9 10l5.5 5.5',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  on: 'M7.5 4.5 13 10l-5.5 5.5',
  last: 'M15 4.5v11M5.5 4.5 11 10l-5.5 5.5',
} as const;

interface ControlsProps {
  stepIndex: number;
  last: number;
  line: number;
  go: (step: number) => void;
}

/** Buttons for the first, previous, next and last step, and a slider. */
export function TraceControls({ stepIndex, last, line, go }: ControlsProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Go word="First step" sign="first" off={stepIndex === 0} onClick={() => go(0)} />
      <Go word="Previous step" sign="back" off={stepIndex === 0} onClick={() => go(stepIndex - 1)} />
      <input
        type="range"
        min={0}
        max={last}
        value={stepIndex}
        onChange={(event) => go(event.currentTarget.valueAsNumber)}
        aria-label="Step"
        aria-valuetext={`Step ${stepIndex + 1} of ${last + 1}, line ${line}`}
        className="h-11 min-w-0 grow basis-8"
      />
      <Go word="Next step" sign="on" off={stepIndex === last} onClick={() => go(stepIndex + 1)} loud />
      <Go word="Last step" sign="last" off={stepIndex === last} onClick={() => go(last)} />
    </div>
  );
}

interface GoProps {
  word: string;
  sign: keyof typeof strokes;
  off: boolean;
  loud?: boolean;
  onClick: () => void;
}

/** Stays focusable at either end, so that the focus is not lost while stepping. */
function Go({ word, sign, off, loud = false, onClick }: GoProps) {
  return (
    <button
      type="button"
      aria-label={word}
      title={word}
      aria-disabled={off}
      onClick={onClick}
      className={`trace-button ${loud ? 'trace-button-next' : ''}`}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="icon">
        <path d={strokes[sign]} />
      </svg>
    </button>
  );
}
