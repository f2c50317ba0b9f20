export interface ProgressBarProps {
  done: number;
  total: number;
  /** What is counted: "questions". */
  label: string;
  /** Hide the text below the bar. */
  bare?: boolean | undefined;
}

/** A progress bar with its count as text: "3 of 10 questions". */
export function ProgressBar({ done, total, label, bare = false }: ProgressBarProps) {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  return (
    <div>
      <div
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={`${done} of ${total} ${label}`}
        aria-label={label}
      >
        <svg width="100%" height="6" aria-hidden="true" className="block">
          <rect width="100%" height="6" rx="3" className="fill-line" />
          {share > 0 ? <rect width={`${share * 100}%`} height="6" rx="3" className="fill-accent" /> : null}
        </svg>
      </div>
      {bare ? null : (
        <p className="mt-1.5 text-sm text-ink-soft tabular-nums" aria-hidden="true">
          {done} of {total} {label}
        </p>
      )}
    </div>
  );
}
