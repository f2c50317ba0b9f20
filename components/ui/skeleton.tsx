import type { ReactNode } from 'react';

export interface SkeletonProps {
  /** Give it the real thing's size: "h-11 w-32". */
  className?: string | undefined;
}

/** The place of one thing that is still on its way. */
export function Skeleton({ className = 'h-11 w-full' }: SkeletonProps) {
  return <div aria-hidden="true" className={`animate-breathe rounded-md bg-line ${className}`} />;
}

/** The place of a paragraph: ragged lines at the rhythm of the text. */
export function SkeletonText({ lines = 4 }: { lines?: number | undefined }) {
  const numbers = Array.from({ length: lines }, (_, index) => index + 1);
  return (
    <div aria-hidden="true" className="max-w-measure animate-breathe space-y-3.5 py-1.5">
      {numbers.map((line) => (
        <div
          key={line}
          className={`h-3.5 rounded-sm bg-line ${line === lines ? 'w-7/12' : line % 2 ? 'w-full' : 'w-11/12'}`}
        />
      ))}
    </div>
  );
}

/** Says once to screen readers that the shapes around it are a page on its way. */
export function SkeletonPage({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">Loading</span>
      {children}
    </div>
  );
}
