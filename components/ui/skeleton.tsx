export interface SkeletonProps {
  /** The size of the content that it replaces: "h-11 w-32". */
  className?: string | undefined;
}

/** A placeholder for content that is loading. */
export function Skeleton({ className = 'h-11 w-full' }: SkeletonProps) {
  return <div aria-hidden="true" className={`animate-breathe rounded-md bg-line ${className}`} />;
}
