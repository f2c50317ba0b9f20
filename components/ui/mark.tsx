export type MarkKind = 'right' | 'wrong' | 'unsure' | 'missed' | 'info';

const colour = {
  right: 'text-right',
  wrong: 'text-wrong',
  unsure: 'text-unsure',
  missed: 'text-right',
  info: 'text-accent',
} as const satisfies Record<MarkKind, string>;

export interface MarkProps {
  kind: MarkKind;
  size?: number | undefined;
  className?: string | undefined;
}

/** The shape of an outcome: full disc, full square, dashed ring, open ring or plain ring. Always shown beside its name. */
export function Mark({ kind, size = 20, className = '' }: MarkProps) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
      className={`mark ${colour[kind]} ${className}`}
    >
      <Shape kind={kind} />
    </svg>
  );
}

function Shape({ kind }: { kind: MarkKind }) {
  switch (kind) {
    case 'right':
      return (
        <>
          <circle cx="10" cy="10" r="9" fill="currentColor" />
          <path d="m6 10.4 2.8 2.8L14 7.2" className="stroke-paper" />
        </>
      );
    case 'wrong':
      return (
        <>
          <rect x="1.5" y="1.5" width="17" height="17" rx="2.5" fill="currentColor" />
          <path d="m6.6 6.6 6.8 6.8m0-6.8-6.8 6.8" className="stroke-paper" />
        </>
      );
    case 'unsure':
      return (
        <>
          <circle cx="10" cy="10" r="8.25" stroke="currentColor" strokeDasharray="3.2 3.28" />
          <path
            d="M7.6 8.1c0-1.4 1-2.3 2.4-2.3s2.4.9 2.4 2.2c0 1.9-2.4 1.8-2.4 3.6m0 2.6v.05"
            stroke="currentColor"
          />
        </>
      );
    case 'missed':
      return (
        <>
          <circle cx="10" cy="10" r="8.25" stroke="currentColor" />
          <path d="m6 10.4 2.8 2.8L14 7.2" stroke="currentColor" />
        </>
      );
    case 'info':
      return (
        <>
          <circle cx="10" cy="10" r="8.25" stroke="currentColor" />
          <path d="M10 9.2v4.8m0-7.6v.05" stroke="currentColor" />
        </>
      );
  }
}
