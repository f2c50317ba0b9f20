import { Skeleton } from '#components/ui/skeleton.tsx';

/** Holds the place of a challenge or test until it is known where this visitor stands. */
export function WaitingSitting() {
  return (
    <div aria-hidden="true" className="mt-8 max-w-[46rem]">
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
