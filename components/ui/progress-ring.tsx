export interface ProgressRingProps {
  /** Share done, 0..1. */
  value: number;
  /** The accessible name: "Introduction". */
  label: string;
  /** Edge in px. */
  size?: number | undefined;
}

/** A progress ring: dotted when nothing is done, an arc in between, a full disc with a check when all is done. */
export function ProgressRing({ value, label, size = 32 }: ProgressRingProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  const status = percent === 0 ? 'not started' : percent === 100 ? 'done' : `${percent} % done`;
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      role="img"
      aria-label={`${label}: ${status}`}
      className="inline-block shrink-0 text-accent"
      fill="none"
    >
      {percent === 0 ? (
        <circle
          cx="16"
          cy="16"
          r="13.5"
          className="stroke-line-strong"
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray="0.1 6.96"
        />
      ) : null}
      {percent > 0 && percent < 100 ? (
        <>
          <circle cx="16" cy="16" r="13.5" className="stroke-line" strokeWidth="3" />
          <circle
            cx="16"
            cy="16"
            r="13.5"
            pathLength="100"
            stroke="currentColor"
            strokeWidth="3"
            strokeDasharray={`${Math.max(2, percent)} 100`}
            transform="rotate(-90 16 16)"
          />
        </>
      ) : null}
      {percent === 100 ? (
        <>
          <circle cx="16" cy="16" r="15" fill="currentColor" />
          <path d="M10 16.5 14.2 20.5 22 11.8" className="icon stroke-accent-ink" />
        </>
      ) : null}
    </svg>
  );
}
