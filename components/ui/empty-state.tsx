import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: ReactNode;
  /** Why it is empty, in one or two sentences. */
  children?: ReactNode;
  /** The next step. */
  action?: ReactNode;
  heading?: 'h1' | 'h2' | 'h3' | undefined;
}

/** Shown instead of missing content: an illustration, the reason and the next step. Also used for errors and hidden pages. */
export function EmptyState({ title, children, action, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="max-w-measure py-8">
      <svg
        viewBox="0 0 168 56"
        width="168"
        height="56"
        aria-hidden="true"
        fill="none"
        strokeWidth="1.5"
        className="mb-5"
      >
        <path
          d="M4 45c1-6 9-9 18-9s17 4 17 9-8 7-17 7-19-1-18-7Z"
          className="fill-accent-tint stroke-accent"
        />
        <path
          d="M54 35c1-6 8-8 16-8s16 3 16 8-7 7-16 7-17-1-16-7Z"
          className="fill-accent-tint stroke-accent"
        />
        <path
          d="M100 22c1-5 7-7 14-7s14 3 14 7-6 7-14 7-15-2-14-7Z"
          className="fill-paper stroke-line-strong"
          strokeDasharray="3 4"
        />
        <path
          d="M142 9c1-4 5-5 10-5s11 2 11 5-4 5-10 5-12-1-11-5Z"
          className="stroke-line"
          strokeDasharray="3 4"
        />
      </svg>
      <Heading className="text-xl">{title}</Heading>
      {children ? <div className="mt-2 text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  );
}
