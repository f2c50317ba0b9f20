import { firstSentence, type TraceStep } from './trace-data.ts';

interface MomentsProps {
  steps: readonly TraceStep[];
  stepIndex: number;
  go: (step: number) => void;
}

/** Jumps to the steps that the author marked. */
export function TraceMoments({ steps, stepIndex, go }: MomentsProps) {
  const moments = steps.flatMap(({ key, note }, step) =>
    key ? [{ step, word: firstSentence(note).replace(/\.$/, '') }] : [],
  );
  if (moments.length === 0) return null;
  return (
    <div className="needs-script lg:col-span-2">
      <p className="text-sm text-ink-soft">Key moments</p>
      <ul className="mt-1.5 flex flex-wrap gap-2">
        {moments.map(({ step, word }) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === stepIndex ? 'step' : undefined}
              onClick={() => go(step)}
              className="trace-moment"
            >
              <span className="me-2 text-ink-soft tabular-nums">{step + 1}</span>
              {word}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
