export interface SkeletonProps {
  /** Give it the real thing's size: "h-11 w-32". */
  className?: string | undefined;
}

/** The place of one thing that is still on its way. */
export function Skeleton({ className = 'h-11 w-full' }: SkeletonProps) {
  return <div aria-hidden="true" className={`animate-breathe rounded-md bg-line ${className}`} />;
}
